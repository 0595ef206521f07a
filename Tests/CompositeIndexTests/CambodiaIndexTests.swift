import CompositeIndex
import Foundation
import Geography
import Indicators
import Testing

/// The project's folder.
private let project = URL(filePath: #filePath).deletingLastPathComponent()
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
      value: Double(fields[3]), status: Status(rawValue: fields[8]) ?? .ok)
  }
  let indicator = Indicator(
    id: id, title: .init(), unit: .init(), period: "", sources: [], direction: direction)
  return .init(indicator: indicator, cells: cells)
}

/// The shipped index.
private let divide = IndexDefinition(
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

/// `Tests/oracles/cambodia.json`, made by the script beside it.
private struct Oracle: Decodable {
  var codes: [String]
  var scores: [Double]
  var scores_equal_weights: [Double]

  static func read() throws -> Oracle {
    try JSONDecoder().decode(
      Oracle.self,
      from: Data(contentsOf: project.appending(path: "Tests/oracles/cambodia.json")))
  }
}

struct CambodiaIndexTests {
  private func matrix() throws -> IndicatorMatrix {
    let codes = try Oracle.read().codes
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

  @Test("The scores equal those computed in Python from the same tables.")
  func scores() throws {
    let oracle = try Oracle.read()
    let result = try divide.result(for: matrix())
    for (score, expected) in zip(result.scores, oracle.scores) {
      #expect(abs((score.score ?? -1) - expected) < 1e-9)
    }
    var equal = divide
    for pillar in equal.pillars.indices { equal.pillars[pillar].weight = 1 }
    for (score, expected) in zip(
      try equal.result(for: matrix()).scores, oracle.scores_equal_weights)
    {
      #expect(abs((score.score ?? -1) - expected) < 1e-9)
    }
  }

  @Test("Ratanak Kiri is worst, Phnom Penh is best, and five provinces are severe.")
  func ranking() throws {
    let result = try divide.result(for: matrix())
    let codes = try Oracle.read().codes
    #expect(result.scores[15].rank == 1)
    #expect(result.scores[11].rank == 25)
    let severe = zip(codes, result.scores).filter(\.1.isSevere).map(\.0)
    #expect(severe == ["11", "13", "16", "19", "22"])
  }

  @Test("Stung Treng, whose internet figure is unreliable, is scored from the rest.")
  func stungTreng() throws {
    let score = try divide.result(for: matrix()).scores[18]
    #expect(score.rank == 2)
    #expect(abs(score.coverage - 13.0 / 15) < 1e-12)
    #expect(!score.drivers.contains { $0.indicator == "internet_use_women" })
    #expect(score.drivers.first { $0.indicator == "no_electricity" }?.weight == 0.2)
  }

  @Test("Engagement is not scored, with how many provinces each figure has.")
  func engagement() throws {
    let result = try divide.result(for: matrix())
    #expect(
      result.notScored == [
        .init(
          pillar: "engagement", isWholePillar: true,
          indicators: [
            .init(indicator: "cip_joined", areas: 2),
            .init(indicator: "cip_satisfied", areas: 2),
            .init(indicator: "commune_turnout", areas: 4),
            .init(indicator: "voter_registration", areas: 6),
          ], areaCount: 25, minimumShare: 0.6)
      ])
    #expect(
      result.weights.map(\.indicator) == [
        "internet_use_women", "phone_ownership_women", "no_electricity", "mpi_headcount",
        "no_six_years_schooling", "cross_border_migrants",
      ])
    let shares: [Double] = [2.0 / 15, 2.0 / 15, 2.0 / 15, 0.2, 0.2, 0.2]
    for (weight, share) in zip(result.weights, shares) {
      #expect(abs(weight.share - share) < 1e-12)
    }
  }
}
