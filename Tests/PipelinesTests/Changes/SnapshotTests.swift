import Diagnostics
import Foundation
import Geography
import Publishing
import SpatialStatistics
import Testing

@testable import Pipelines

private let project = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Publishes Cambodia from a copy of its data after an edit of some files, given as path, text and
/// replacement; what was published.
private func publishCambodia(
  _ edits: [(file: String, text: String, by: String)] = [], in folder: URL
) throws -> Release {
  let copy = folder.appending(path: "project")
  let manager = FileManager.default
  try? manager.removeItem(at: copy)
  try manager.createDirectory(at: copy, withIntermediateDirectories: true)
  for name in ["pipelines", "geodata"] {
    try manager.copyItem(at: project.appending(path: name), to: copy.appending(path: name))
  }
  for edit in edits {
    let url = copy.appending(path: edit.file)
    let text = try String(contentsOf: url, encoding: .utf8)
    try #require(text.contains(edit.text), "nothing to edit in \(edit.file)")
    try text.replacing(edit.text, with: edit.by).write(to: url, atomically: true, encoding: .utf8)
  }
  let output = folder.appending(path: UUID().uuidString)
  _ = try PipelineRun(
    definition: copy.appending(path: "pipelines/cambodia.yaml"), output: output
  ).publish()
  let release = try ReleaseFolder(output: output, pipeline: "cambodia").currentRelease()
  return try #require(release)
}

@Test("A snapshot holds what the release says of every area.")
func readsRelease() throws {
  try withTemporaryFolder { folder in
    let release = try publishCambodia(in: folder)
    try release.verify()
    let snapshot = try Snapshot(release)
    #expect(snapshot.areas.count == 25)
    #expect(
      snapshot.figures.first
        == .init(
          id: "internet_use_women", title: "Women who use the internet", period: "2021-22",
          unit: "% of women aged 15–49, last 12 months",
          sources: ["dgg_observed"], worse: "low",
          files: ["geodata/indicators/digital_2021_22.csv"]))
    #expect(snapshot.indexes.first?.weights["internet_use_women"] != nil)
    #expect(snapshot.origin.programs.first == "inclusion-atlas \(Tool.version)")
    #expect(snapshot.origin.inputs["geodata/indicators/digital_2021_22.csv"]?.count == 64)
    #expect(snapshot.origin.inputs["pipelines/cambodia.yaml"] == nil)
    #expect(snapshot.origin.definition.count == 64)
    #expect(Set(snapshot.areas.map(\.outline)).count == 25)
    let area = try #require(snapshot.areas.first { $0.code == "16" })
    #expect(area.names["en"] == "Ratanak Kiri")
    #expect(area.neighbors == ["11", "19"])
    #expect(area.cells["internet_use_women"]?.value != nil)
    let score = try #require(area.scores["divide"])
    #expect(score.rank == 1 && score.isSevere && score.isHotspot == true && score.cluster != nil)
    #expect(!differ(score.drivers.values.reduce(0, +), score.score))
    #expect(ChangeReport(from: snapshot, to: snapshot).isEmpty)
  }
}

@Test("A revised figure is found in the published files with everything it moved.")
func revisedFigure() throws {
  try withTemporaryFolder { folder in
    let old = try Snapshot(publishCambodia(in: folder))
    func report(_ text: String, _ by: String) throws -> ChangeReport {
      let edit = (file: "geodata/indicators/digital_2021_22.csv", text: text, by: by)
      return ChangeReport(from: old, to: try Snapshot(publishCambodia([edit], in: folder)))
    }
    let middle = try report("internet_use_women,63.905", "internet_use_women,50.5")
    #expect(middle.changes(.input).map(\.subject) == ["geodata/indicators/digital_2021_22.csv"])
    #expect(middle.changes(.value).map(\.area) == ["02"])
    #expect(middle.causes(.value, "02") == ["own value"])
    #expect(middle.changes(.score).map(\.area) == ["02"])
    #expect(middle.causes(.score, "02") == ["own value (internet_use_women)"])
    let ranks = middle.changes(.rank).filter { $0.area != "02" }
    #expect(ranks.allSatisfy { $0.causes == [.init(kind: .otherValue, details: ["02"])] })
    // The worst value of all stays the worst: its own score stands, and all others move.
    let worst = try report("internet_use_women,27.064", "internet_use_women,35.5")
    #expect(worst.changes(.value).map(\.area) == ["16"])
    #expect(!worst.changes(.score).contains { $0.area == "16" })
    #expect(worst.changes(.score).count > 15)
    #expect(
      worst.changes(.score).allSatisfy { $0.causes == [.init(kind: .otherValue, details: ["16"])] })
  }
}

@Test("A release whose summary is another file is refused by name.")
func refusesTornSummary() throws {
  try withTwoReleases { folder in
    let release = folder.release(nameOne)
    let missing = try #require(throws: Problem.self) { try Snapshot(release) }
    #expect(
      missing.description
        == "'summary.json' of release '\(nameOne)' cannot be read; publish anew with "
        + "'inclusion-atlas run', or go back with 'inclusion-atlas rollback'")
    try Data("[]".utf8).write(to: release.url.appending(path: "summary.json"))
    let torn = try #require(throws: Problem.self) { try Snapshot(release) }
    #expect(
      torn.description
        == "'summary.json' of release '\(nameOne)' is no summary; compare with another release")
  }
}
