import Foundation
import Indicators
import Testing

@testable import Pipelines

private func definition(_ name: String) -> URL {
  Repository.file("Tests/Fixtures/joins/\(name).yaml")
}

/// What a failed run leaves behind: its failure, and its files but those with a clock in them.
private func failure(_ name: String) throws -> (failure: RunFailure, files: [String: String]) {
  try withTemporaryFolder { output in
    let failure = try #require(throws: RunFailure.self) {
      try PipelineRun(definition: definition(name), output: output).publish()
    }
    let folder = output.appending(path: name)
    return (failure, try contents(of: folder).mapValues { String(decoding: $0, as: UTF8.self) })
  }
}

@Suite("Spellings of 25 provinces, a repeated row and a table of 24 provinces")
struct JoinsTests {
  @Test("By declared rules 25 of 25 meet.")
  func whole() throws {
    try withTemporaryFolder { output in
      let outcome = try PipelineRun(definition: definition("whole"), output: output).publish()
      #expect(outcome.warnings.isEmpty)
      #expect(
        outcome.details == [
          "mixed.csv: 26 rows read, 26 met an area (12 by code, 6 by alias, "
            + "8 by name), 2 aggregated",
          "old.csv: 24 rows read, 24 met an area (24 by code)",
        ])
      let release = output.appending(path: "whole/current")
      let atlas = try Table(csvFile: release.appending(path: "atlas.csv").path)
      func column(_ name: String) throws -> [String] {
        let column = try #require(atlas.column(name))
        return (0..<atlas.rowCount).map { atlas.text(row: $0, column: column) }
      }
      // The rows stand in the order of the codes; the 20th has two, 59 and 65.
      let expected = (0..<25).map { "\($0 == 19 ? 62 : $0 + 40).0" }
      #expect(try column("connected") == expected)
      let statuses = try column("migrants_status")
      #expect(statuses.indices.filter { statuses[$0] == "estimated" } == [2, 24])
      #expect(try column("migrants")[24] == "12.0")
      #expect(!tree(output.appending(path: "whole")).contains("join-report.csv"))
    }
  }

  @Test("Without alias table, aggregation and crosswalk the run fails and says why, row by row.")
  func bare() throws {
    let (failure, files) = try failure("bare")
    #expect(failure.exitCode == 1)
    #expect(files.keys.sorted() == ["join-report.csv", "last-run.json"])
    let report = try #require(files["join-report.csv"])
    let mixed = "mixed.csv"
    let systems = "code of area_code or iso_3166_2 or pcode or hasc"
    func unmatched(_ line: Int, _ text: String, _ proposal: String) -> String {
      "\(mixed),\(line),connected,\(text),,,unmatched,"
        + "\"'\(text)' is no \(systems), alias or name\",\(proposal)"
    }
    let rows = report.split(whereSeparator: \.isNewline).map(String.init)
    #expect(
      rows.filter { $0.contains(",unmatched,") } == [
        unmatched(5, "4", "04 for Kampong Chhnang (04)"),
        unmatched(7, "KH.05", "Kampong Thom (06) by its name"),
        unmatched(8, "KH.21", "Kampot (07) by its name"),
        unmatched(12, "Mondolkiri", "Mondul Kiri (11)"),
        unmatched(17, "Rôtânôkiri", "Ratanak Kiri (16)"),
        unmatched(24, "Kêb", "Kep (23)"),
      ])
    #expect(
      rows.filter { $0.contains(",duplicate,") } == [
        "\(mixed),21,connected,20,20,code,duplicate,the area has a row in line 27 too,"
          + "aggregate: mean",
        "\(mixed),27,connected,20,20,code,duplicate,the area has a row in line 21 too,"
          + "aggregate: mean",
      ])
    #expect(
      rows.filter { $0.contains(",no row,") && $0.contains(",connected,") } == [
        "\(mixed),,connected,,04,,no row,no row for area 04 in mixed.csv,'4' in line 5",
        "\(mixed),,connected,,06,,no row,no row for area 06 in mixed.csv,'KH.05' in line 7",
        "\(mixed),,connected,,07,,no row,no row for area 07 in mixed.csv,'KH.21' in line 8",
        "\(mixed),,connected,,11,,no row,no row for area 11 in mixed.csv,'Mondolkiri' in line 12",
        "\(mixed),,connected,,16,,no row,no row for area 16 in mixed.csv,'Rôtânôkiri' in line 17",
        "\(mixed),,connected,,23,,no row,no row for area 23 in mixed.csv,'Kêb' in line 24",
      ])
    let other = rows.filter { $0.contains(",other area set,") }
    #expect(other.count == 24)
    #expect(
      other.first
        == "old.csv,2,migrants,01,01,code,other area set,\"the table is "
        + "written for the area set 'khm-24', and that of the layer is 'khm-25'\","
        + "a crosswalk from khm-24 to khm-25")
  }

  @Test("The problems name the rows too, and the log says where the report is.")
  func messages() throws {
    let (failure, files) = try failure("bare")
    let mixed = "mixed.csv"
    #expect(
      failure.problems.map {
        $0.description.replacing(Repository.root.path + "/", with: "")
      } == [
        "Tests/Fixtures/joins/bare.yaml:19:3: 'old.csv' is written for the "
          + "area set 'khm-24', and that of the layer is 'khm-25'; declare a crosswalk, or list "
          + "what differs under 'changed_areas'",
        "\(mixed):5:1: '4' is no code of area_code or iso_3166_2 or pcode or hasc, alias or name; "
          + "perhaps '04 for Kampong Chhnang (04)'",
        "\(mixed):7:1: 'KH.05' is no code of area_code or iso_3166_2 or pcode or hasc, alias or "
          + "name; perhaps 'Kampong Thom (06) by its name'",
        "\(mixed):8:1: 'KH.21' is no code of area_code or iso_3166_2 or pcode or hasc, alias or "
          + "name; perhaps 'Kampot (07) by its name'",
        "\(mixed):12:1: 'Mondolkiri' is no code of area_code or iso_3166_2 or pcode or hasc, "
          + "alias or name; perhaps 'Mondul Kiri (11)'",
        "\(mixed):17:1: 'Rôtânôkiri' is no code of area_code or iso_3166_2 or pcode or hasc, "
          + "alias or name; perhaps 'Ratanak Kiri (16)'",
        "\(mixed):24:1: 'Kêb' is no code of area_code or iso_3166_2 or pcode or hasc, alias or "
          + "name; perhaps 'Kep (23)'",
        "\(mixed):27:15: a second row of 'connected' for area '20' (20); the first is in line 21; "
          + "remove one, or declare 'aggregate: mean'",
        "Tests/Fixtures/joins/bare.yaml:21:3: 'connected' met 19 of 25 areas, and 25 are asked "
          + "for; see join-report.csv for the rows and areas that did not meet",
      ])
    #expect(failure.details.first?.hasPrefix("\(mixed): 26 rows read, 20 met an area") == true)
    #expect(failure.details.last?.hasSuffix("bare/join-report.csv") == true)
    #expect(files["last-run.json"]?.contains("\"status\": \"failed\"") == true)
  }

  @Test(
    "A table of an old area set that declares none is not believed, nor with a row missing.",
    arguments: [nil, "01", "24"])
  func undeclaredSet(missing: String?) throws {
    try withTemporaryFolder { output in
      try FileManager.default.copyItem(
        at: Repository.file("Tests/Fixtures/joins"), to: output.appending(path: "joins"))
      let file = output.appending(path: "joins/whole.yaml")
      let geodata = Repository.file("geodata").path
      let yaml = try text(file).replacing("../../../geodata", with: geodata)
        .replacing(", area_set: khm-24, crosswalk: khm_24_to_25", with: "")
      try Data(yaml.utf8).write(to: file)
      let old = output.appending(path: "joins/old.csv")
      let rows = try text(old).split(separator: "\n").filter { row in
        !(missing.map { row.hasPrefix("\($0),") } ?? false)
      }
      try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: old)
      let share = missing == nil ? "each area" : "23 of 24 areas"
      let failure = try #require(throws: RunFailure.self) {
        try PipelineRun(definition: file, output: output).check()
      }
      #expect(
        failure.description.replacing(geodata, with: "geodata")
          .replacing(output.path + "/", with: "")
          == "joins/whole.yaml:20:3: 'old.csv' has a row for \(share) of the set 'khm-24' and "
          + "none for Tboung Khmum (25), which 'khm-25' adds; declare 'area_set: khm-24' with the "
          + "crosswalk 'geodata/gazetteer/crosswalk_24_to_25.csv', or 'area_set: khm-25' where "
          + "the rows are for its areas")
    }
  }
}
