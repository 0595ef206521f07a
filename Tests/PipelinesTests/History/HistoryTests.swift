import Foundation
import GDALAccess
import Geography
import Indicators
import Publishing
import Testing

@testable import Pipelines

/// The history after `nights`, each following the one before.
private func history(of nights: [Snapshot]) -> History {
  var history = History()
  for (number, (old, new)) in zip(nights, nights.dropFirst()).enumerated() {
    history.close(old, of: "2026010\(number + 1)T000000Z-a", by: new)
  }
  return history
}

private func lines(_ nights: [Snapshot], of subject: String) throws -> [String] {
  try HistoryText(history(of: nights), until: nights[nights.count - 1]).lines(of: subject)
}

/// What stands in the column `value` of a GeoPackage.
private func storedValues(_ file: PublishedFile) throws -> [String] {
  try withTemporaryFolder { folder in
    let store = folder.appending(path: file.path)
    try Data(file.bytes).write(to: store)
    let table = try LayerSource(file: store.path, drivers: ["GPKG"]).readTable()
    let column = try #require(table.header.firstIndex(of: "value"))
    return table.rows.compactMap { $0.cells[column] }
  }
}

@Test("Only what is said no longer enters the history, with the last release that said so.")
func closesStatements() {
  let first = sampleSnapshot()
  let revised = first.with { $0.revise(2, to: 31) }
  #expect(history(of: [first, first]).entries.isEmpty)
  #expect(
    history(of: [first, first, revised, revised]).entries == [
      History.Entry(
        release: "20260102T000000Z-a", area: "C", property: "phones",
        statement: .init(value: 30, status: .ok, outline: "outline C"))
    ])
}

@Test("What is withheld now is taken out of its past, with the scores that would give it away.")
func withholds() throws {
  let first = sampleSnapshot().with {
    $0.areas[2].cells["phones"]?.value = 31.4159
    $0.edit(2) { $0.score = 61.4159 }
  }
  let second = first.with {
    $0.areas[2].cells["phones"]?.value = 31.4
    $0.edit(2) { $0.score = 61.4 }
  }
  let secret = second.with {
    $0.revise(2, to: nil, .suppressed)
    $0.edit(2) { $0.score = 60 }
  }
  let past = history(of: [first, second, secret])
  let files = try past.files(FileOptions())
  let text = String(decoding: files[0].bytes, as: UTF8.self)
  #expect(!text.contains("1.4"), "\(text)")
  #expect(try storedValues(files[2]).isEmpty)
  #expect(past.entries.count == 4)
  #expect(past.entries.allSatisfy { $0.statement.status == .suppressed })
  #expect(
    try lines([first, second, secret], of: "C").contains("  now               suppressed"))
  // Scores of later nights hold nothing of what is withheld, and stay.
  let later = secret.with { $0.edit(2) { $0.score = 59 } }
  let values = history(of: [first, second, secret, later]).entries.map(\.statement.value)
  #expect(values == [nil, nil, nil, nil, 60])
}

@Test("Earlier scores of other areas, measured against the same range, are withheld with it.")
func withholdsScoresOfOthers() {
  let first = sampleSnapshot()
  let second = first.with { $0.edit(0) { $0.score = 12.5 } }
  let secret = second.with {
    $0.revise(2, to: nil, .suppressed)
    $0.edit(0) { $0.score = 11 }
  }
  let scores = history(of: [first, second, secret]).entries.filter { $0.area == "A" }
  #expect(scores.count == 2)
  #expect(scores.allSatisfy { $0.statement.value == nil && $0.statement.status == .suppressed })
  // And before the night that withholds it they stand.
  #expect(history(of: [first, second]).entries.compactMap(\.statement.value).count == 1)
}

@Test("Figures of another period are other figures, and are not withheld with these.")
func keepsOtherPeriods() {
  let first = sampleSnapshot().with { $0.figures[0].period = "2025" }
  let second = sampleSnapshot().with {
    $0.figures[0].period = "2026"
    $0.revise(2, to: nil, .suppressed)
  }
  let own = history(of: [first, second]).entries.filter { $0.area == "C" }
  #expect(own.map(\.statement.value) == [30])
}

@Test("A series breaks where the outline or the unit is another one.")
func breaks() throws {
  let first = sampleSnapshot().with { $0.figures[0].unit = "%" }
  let second = first.with { $0.revise(2, to: 31) }
  let redrawn = second.with {
    $0.areas[2].outline = "other"
    $0.revise(2, to: 12)
  }
  let trends = history(of: [first, second, redrawn]).trends(until: redrawn)
  #expect(trends["phones"]?[2]?.pieces == [[30, 31], [12]])
  #expect(trends["phones"]?[2]?.text == "█¦▁" || trends["phones"]?[2]?.text == "██¦▁")
  #expect(trends["phones"]?[0] == nil)
  #expect(
    try lines([first, second, redrawn], of: "C").prefix(7) == [
      "Area C (C)", "", "Phones, %  ██¦▁", "  until 2026-01-01  30", "  until 2026-01-02  31",
      "  -- other boundaries or another unit: do not compare --", "  now               12",
    ])
}

@Test("With its crosswalk a series is carried over other boundaries, as an estimate.")
func carries() throws {
  let old = sampleSnapshot()
  // D is split: half of its phones are in E now.
  var new = old.with {
    $0.areas[3].outline = "smaller"
    $0.areas[3].cells["phones"]?.value = 19
  }
  var added = new.areas[3]
  added.code = "E"
  added.outline = "outline E"
  added.cells["phones"]?.value = 22
  new.areas.append(added)
  let parts = ["A", "B", "C"].map {
    Crosswalk.Part(from: $0, to: $0, weight: 1, method: "identity")
  }
  let crosswalk = try Crosswalk(
    file: "split.csv", from: "four", to: "five",
    parts: parts + ["D", "E"].map { .init(from: "D", to: $0, weight: 0.5, method: "area") })
  func trends(
    _ crosswalks: [Crosswalk], to areaSet: String, by new: Snapshot
  ) -> [String: [[Double?]]?] {
    var history = History()
    history.close(old, of: "1", by: new)
    history.carry(
      old, of: "1", to: new, through: crosswalks, areaSet: areaSet, measures: ["phones": .count])
    let trends = history.trends(until: new)["phones"] ?? []
    return Dictionary(zip(new.areas.map(\.code), trends.map { $0?.pieces })) { first, _ in first }
  }
  #expect(trends([crosswalk], to: "five", by: new)["D"] == [[40], [20, 19]])
  #expect(trends([crosswalk], to: "five", by: new)["E"] == [[20, 22]])
  #expect(trends([crosswalk], to: "six", by: new)["D"] == [[40], [19]])
  #expect(trends([], to: "five", by: new)["E"] == .some(nil))
  // Where the crosswalk moved today's figures, too, the estimate stands there once.
  var moved = new
  for area in 3...4 {
    moved.areas[area].cells["phones"] = Snapshot.Cell(value: 20, status: .estimated)
  }
  #expect(trends([crosswalk], to: "five", by: moved)["D"] == [[40], [20]])
  #expect(trends([crosswalk], to: "five", by: moved)["E"] == .some(nil))
}

@Test("The file of a history reads back to the same, and its GeoPackage has the same rows.")
func readsBack() throws {
  let first = sampleSnapshot()
  let second = first.with {
    $0.revise(2, to: nil, .noData)
    $0.figures[0].period = "2027, second half"
    $0.edit(1) { $0.score = nil }
  }
  let third = second.with { $0.revise(2, to: 1.0 / 3) }
  let past = history(of: [first, second, third, first])
  let files = try past.files(FileOptions())
  #expect(files.map(\.path) == ["history.csv", "history.csvt", "history.gpkg"])
  #expect(try History(csv: files[0].bytes) == past)
  #expect(past.entries.contains { $0.statement.value == 1.0 / 3 })
  #expect(try past.files(FileOptions()) == files)
  try withTemporaryFolder { folder in
    let store = folder.appending(path: "history.gpkg")
    try Data(files[2].bytes).write(to: store)
    let table = try LayerSource(file: store.path, drivers: ["GPKG"]).readTable()
    #expect(table.layer == "history")
    var reader = CSVReader(file: "history.csv")
    try reader.append(files[0].bytes)
    let rows = try reader.finish()
    #expect(table.header == rows.header)
    #expect(table.rows.count == past.entries.count)
    for (number, row) in table.rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        let text = rows.text(row: number, column: column)
        if rows.header[column] == "value" {
          #expect(cell.flatMap(Double.init) == Double(text))
        } else {
          #expect(cell ?? "" == text)
        }
      }
    }
  }
}

@Test("Who asks for neither an area nor a figure is told what is near.")
func asksForNothing() throws {
  let problem = try #require(throws: (any Error).self) {
    try lines([sampleSnapshot()], of: "phone")
  }
  #expect(
    "\(problem)" == "'phone' is neither an area nor an indicator or index of the current release; "
      + "did you mean 'phones'?")
}
