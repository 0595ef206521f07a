import CompositeIndex
import Foundation
import Geography
import Indicators

/// The project's folder.
let project = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Just enough of a reader for the shipped tables: the first columns hold no quotes.
private func column(
  _ id: String, _ file: String, _ direction: Indicator.Direction, codes: [String]
) throws -> IndicatorMatrix.Column {
  let text = try String(
    contentsOf: project.appending(path: "geodata/indicators/\(file)"), encoding: .utf8)
  var cells = codes.map { _ in IndicatorValue.missing(reason: "not in the table") }
  for line in text.split(separator: "\n") {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard fields[2] == id, let area = codes.firstIndex(of: fields[0]) else { continue }
    cells[area] = IndicatorValue(
      value: Double(fields[3]), status: Status(rawValue: fields[8]) ?? .ok,
      standardError: Double(fields[6]))
  }
  let indicator = Indicator(
    id: id, title: .init(), unit: .init(), period: "", sources: [], direction: direction)
  return .init(indicator: indicator, cells: cells)
}

/// The shipped index.
let divide = IndexDefinition(
  id: "divide",
  pillars: [
    Pillar(
      id: "connectivity", weight: 2,
      members: [
        .indicator("internet_use_women"), .indicator("phone_ownership_women"),
        .indicator("no_electricity"),
      ]),
    Pillar(
      id: "deprivation", weight: 2,
      members: [.indicator("mpi_headcount"), .indicator("no_six_years_schooling")]),
    Pillar(id: "migration", weight: 1, members: [.indicator("cross_border_migrants")]),
    Pillar(
      id: "engagement", weight: 1,
      members: [
        .indicator("cip_joined"), .indicator("cip_satisfied"), .indicator("commune_turnout"),
        .indicator("voter_registration"),
      ]),
  ])

/// The shipped figures that the index asks for.
func cambodia() throws -> IndicatorMatrix {
  let codes = (1...25).map { $0 < 10 ? "0\($0)" : "\($0)" }
  let wanted: [(String, String, Indicator.Direction)] = [
    ("internet_use_women", "digital_2021_22.csv", .lowIsWorse),
    ("phone_ownership_women", "digital_2021_22.csv", .lowIsWorse),
    ("no_electricity", "poverty_2021_22.csv", .highIsWorse),
    ("mpi_headcount", "poverty_2021_22.csv", .highIsWorse),
    ("no_six_years_schooling", "poverty_2021_22.csv", .highIsWorse),
    ("cross_border_migrants", "migration_2011.csv", .highIsWorse),
    ("cip_joined", "engagement_cip.csv", .lowIsWorse),
    ("cip_satisfied", "engagement_cip.csv", .lowIsWorse),
    ("commune_turnout", "engagement_voting.csv", .lowIsWorse),
    ("voter_registration", "engagement_voting.csv", .lowIsWorse),
  ]
  return IndicatorMatrix(
    areaCodes: codes, columns: try wanted.map { try column($0, $1, $2, codes: codes) })
}

/// People of each province at the census of 2019.
func cambodiaPopulation() throws -> [Double?] {
  try column(
    "population", "population_2019.csv", .none, codes: cambodia().areaCodes
  ).cells.map(\.value)
}
