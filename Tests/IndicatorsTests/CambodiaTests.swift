import Geography
import Testing

@testable import Indicators

/// The figures that ship with the project, read as its definition reads them.
@Suite struct CambodiaTests {
  private static let files = [
    "digital_2021_22", "poverty_2021_22", "population_2019", "migration_2011",
    "migration_2013_24_provinces", "engagement_cip", "engagement_voting", "subscribers_2018",
    "programme_areas_2024",
  ]
  private static let old = "khm_24_before_2013"
  private static let new = "khm_25_since_2013"

  private func joined(crosswalk: Bool) throws -> Join {
    let percent = ValueRange(minimum: 0, maximum: 100)
    func one(_ id: String, _ file: String, _ period: String, _ range: ValueRange)
      -> IndicatorDefinition
    {
      indicator(id, table: file, period: period) {
        $0.range = range
        $0.measure = .rate
      }
    }
    let indicators = [
      one("internet_use_women", "digital_2021_22", "2021-22", percent),
      one("phone_ownership_women", "digital_2021_22", "2021-22", percent),
      one("phone_ownership_men", "digital_2021_22", "2021-22", percent),
      one("subscribers_per_voter", "subscribers_2018", "2018", ValueRange(minimum: 0)),
      one("no_electricity", "poverty_2021_22", "2021-22", percent),
      one("no_six_years_schooling", "poverty_2021_22", "2021-22", percent),
      one("few_assets", "poverty_2021_22", "2021-22", percent),
      one("mpi_headcount", "poverty_2021_22", "2021-22", percent),
      one("cross_border_migrants", "migration_2011", "2011", percent),
      one("migrant_share", "migration_2013_24_provinces", "2013", percent),
      one("cip_joined", "engagement_cip", "2021", percent),
      one("cip_satisfied", "engagement_cip", "2021", percent),
      one("commune_turnout", "engagement_voting", "2022", percent),
      one("voter_registration", "engagement_voting", "2016", percent),
      one("population", "population_2019", "2019", ValueRange(minimum: 0)),
      one(
        "civic_engagement_programme", "programme_areas_2024", "2020-2024",
        ValueRange(minimum: 0, maximum: 1)),
    ]
    let moves = try Crosswalk(
      shipped("geodata/gazetteer/crosswalk_24_to_25.csv"), from: Self.old, to: Self.new)
    let tables = try Self.files.map { file in
      let path = "geodata/indicators/\(file).csv"
      var definition = TableDefinition(id: file, file: path)
      let isOld = file == "migration_2013_24_provinces"
      if isOld {
        definition.areaSet = Self.old
        let reason = "the table is written for the 24 provinces before 2013"
        if !crosswalk { definition.changedAreas = ["03": reason, "25": reason] }
      }
      return LoadedTable(
        definition: definition, table: try shipped(path),
        crosswalk: isOld && crosswalk ? moves : nil)
    }
    return Join(
      tables, indicators: indicators, gazetteer: try shippedGazetteer(), layer: try provinces(),
      areaSet: Self.new)
  }

  @Test("Every shipped row meets its province, and the figures are those of the sources.")
  func everything() throws {
    let join = try joined(crosswalk: true)
    #expect(join.problems.description == "")
    #expect(join.warnings.isEmpty)
    func value(_ id: String, _ code: String) -> Double? {
      join.matrix[id]?.cells[join.matrix.areaCodes.firstIndex(of: code) ?? 0].value
    }
    #expect(value("internet_use_women", "16") == 27.064)
    #expect(value("population", "12") == 2_281_951)
    #expect(join.matrix["population"]?.cells.compactMap(\.value).reduce(0, +) == 15_552_211)
    #expect(join.report.rows.allSatisfy { $0.outcome == .met || $0.outcome == .noRow })
    let counts = join.matrix.columns.map(\.valueCount)
    #expect(counts == [25, 25, 25, 6, 25, 25, 25, 25, 25, 25, 2, 2, 4, 6, 25, 25])
  }

  @Test("Stung Treng's internet figure is unreliable and outside the statistics.")
  func stungTreng() throws {
    let column = try #require(joined(crosswalk: true).matrix["internet_use_women"])
    let at = try #require(try provinces().codes.firstIndex(of: "19"))
    #expect(column.cells[at].status == .unreliable)
    #expect(column.cells[at].value != nil)
    #expect(column.statisticalValues[at] == nil)
    #expect(column.statisticalValues.compactMap { $0 }.count == 24)
  }

  @Test("The migrant share of 24 provinces reaches 25 by the crosswalk, or two say why not.")
  func migrantShare() throws {
    let codes = try provinces().codes
    let moved = try #require(joined(crosswalk: true).matrix["migrant_share"]).cells
    let estimated = codes.indices.filter { moved[$0].status == .estimated }.map { codes[$0] }
    #expect(estimated == ["03", "25"])
    #expect(moved[24].value == 20.65 && moved[2].value == 20.65)
    let join = try joined(crosswalk: false)
    #expect(join.problems.isEmpty)
    let plain = try #require(join.matrix["migrant_share"]).cells
    #expect(codes.indices.filter { plain[$0].value == nil }.map { codes[$0] } == ["03", "25"])
    #expect(plain[24].reason == "the table is written for the 24 provinces before 2013")
  }

  @Test("The crosswalk's weights are the census of 2008.")
  func weights() throws {
    let moves = try Crosswalk(
      shipped("geodata/gazetteer/crosswalk_24_to_25.csv"), from: "24", to: "25")
    #expect(moves.fromCodes.count == 24)
    let census = try shipped("geodata/indicators/population_2008.csv")
    for row in 0..<census.rowCount {
      let code = census.text(row: row, column: 0)
      let parts = moves.parts(to: code)
      #expect(parts.compactMap(\.population).map(\.short) == [census.text(row: row, column: 3)])
    }
    // 925,992 / (925,992 + 754,000)
    #expect(abs(moves.parts(to: "03")[0].weight - 0.551_188_339) < 1e-9)
  }

  @Test("Poverty headcounts carry the intervals of their standard errors.")
  func poverty() throws {
    let column = try #require(joined(crosswalk: true).matrix["mpi_headcount"])
    let cell = column.cells[0]
    #expect(cell.standardError == 1.96)
    #expect(cell.sampleSize == 1666)
    #expect(cell.interval == (10.3595 - 1.96 * 1.96)...(10.3595 + 1.96 * 1.96))
  }

  @Test("National figures are those of the country, never the pooled ones.")
  func benchmarks() throws {
    let wanted = [
      indicator("mpi_headcount", period: "2021-22"), indicator("population", period: "2019"),
      indicator("migrant_share", period: "2013"), indicator("cip_joined", period: "2021"),
      indicator("few_assets", period: "2021-22"),
    ]
    let figures = try NationalFigure.read(
      shipped("geodata/indicators/national_benchmarks.csv"),
      definition: TableDefinition(id: "n", file: "national_benchmarks.csv"), country: "KH",
      indicators: wanted)
    #expect(figures.keys.sorted() == ["migrant_share", "mpi_headcount", "population"])
    #expect(figures["mpi_headcount"]?.value == 16.6447)
    #expect(figures["mpi_headcount"]?.source == "mpi_2024")
    #expect(figures["population"]?.value == 15_552_211)
  }

  @Test("Every source of a shipped table is listed with its licence.")
  func sources() throws {
    let sources = try Source.read(shipped("geodata/indicators/sources.csv"))
    #expect(sources.count == 10)
    #expect(sources[0].publisher == "Oxford DemSci; survey by NIS, MoH, ICF")
    let known = Set(sources.map(\.id))
    let used = try joined(crosswalk: true).matrix.columns.flatMap { $0.cells.compactMap(\.source) }
    #expect(Set(used).isSubset(of: known))
    #expect(
      messages {
        _ = try Source.read(
          table("source,title,publisher,year,where,licence\na,T,,,,\na,T,,,,x\n"))
      } == """
        t.csv:2:8: a source has no licence; write the licence, or 'not stated'
        t.csv:3:1: the source 'a' is listed twice; remove or rename one
        """)
  }
}
