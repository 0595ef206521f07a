import Foundation

@testable import Pipelines

/// A country of nine squares of 10 km in UTM zone 31, three in a row, that a test may change
/// between its nights.
struct SampleCountry {
  let folder: URL
  /// The number of a square, and how far it begins to the right of its place, in metres.
  var squares = (1...9).map { (number: $0, shift: 0) }
  var offline: [Int: String] = [
    1: "90", 2: "85", 3: "50", 4: "80", 5: "70", 6: "40", 7: "45", 8: "30", 9: "10",
  ]
  var unschooled: [Int: String] = [
    1: "80", 2: "75", 3: "35", 4: "70", 5: "60", 6: "30", 7: "40", 8: "20", 9: "5",
  ]
  /// Lines for the indicator `offline`: `on_failure: stale`.
  var rules = ""
  /// Lines for the whole definition: `keep: 3`.
  var settings = ""
  var offlineColumn = "offline"
  var title = "The divide"
  var level = "0.1"

  init(in folder: URL) throws {
    self.folder = folder
    try write()
  }

  var definitionFile: URL { folder.appending(path: "country.yaml") }
  var output: URL { folder.appending(path: "output", directoryHint: .isDirectory) }
  var offlineFile: URL { folder.appending(path: "offline.csv") }
  var releases: ReleaseFolder { ReleaseFolder(output: output, pipeline: "country") }

  /// Writes the definition and its data.
  func write() throws {
    try geoJSON.write(
      to: folder.appending(path: "squares.geojson"), atomically: true, encoding: .utf8)
    try table("offline", offlineColumn, offline)
    try table("unschooled", "unschooled", unschooled)
    try definition.write(to: definitionFile, atomically: true, encoding: .utf8)
  }

  /// Runs the pipeline on a day.
  @discardableResult
  func run(on day: String? = nil) throws -> RunOutcome {
    try PipelineRun(definition: definitionFile, output: output, asOf: day).publish()
  }

  /// What the linked release says.
  func snapshot() throws -> Snapshot? { try releases.currentRelease().map { try Snapshot($0) } }

  /// A file of the linked release.
  func published(_ path: String) throws -> String {
    try text(releases.current.appending(path: path))
  }

  private func table(_ name: String, _ column: String, _ values: [Int: String]) throws {
    let rows = values.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)\n" }
    try "number,\(column)\n\(rows.joined())".write(
      to: folder.appending(path: "\(name).csv"), atomically: true, encoding: .utf8)
  }

  private var geoJSON: String {
    let features = squares.map { number, shift -> String in
      let place = (number - 1) % 9
      let (x, y) = (500_000 + 10_000 * (place % 3), 5_000_000 + 10_000 * (place / 3))
      let left = x + shift + (number > 9 ? 5_000 : 0)
      let isSplit = squares.contains { $0.number == number + 9 }
      let right = x + (isSplit ? 5_000 : 10_000)
      let ring = [(left, y), (right, y), (right, y + 10_000), (left, y + 10_000), (left, y)]
        .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"number":\(number),"name":"Square \(number)"},\
        "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
        """
    }
    return """
      {"type":"FeatureCollection","name":"squares",
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32631"}},
      "features":[\(features.joined(separator: ",\n"))]}
      """
  }

  private var definition: String {
    """
    title: \(title)
    \(settings)
    boundaries: {file: squares.geojson, key: number, names: {en: name}}
    sources:
      survey: {title: Survey, publisher: Institute, year: 2026, licence: CC BY 4.0}
    tables:
      offline: {file: offline.csv, layout: wide, columns: {area_code: number}}
      unschooled: {file: unschooled.csv, layout: wide, columns: {area_code: number}}
    indicators:
      offline:
        title: People offline
        unit: "% of people"
        period: 2026
        source: survey
        table: offline
        range: [0, 100]
        worse: high
        \(rules.replacing("\n", with: "\n    "))
      unschooled:
        title: People without school
        unit: "% of people"
        period: 2026
        source: survey
        table: unschooled
        range: [0, 100]
        worse: high
    indexes:
      divide:
        title: The divide
        minimum_indicators: 0.5
        pillars:
          all: {title: All, indicators: [offline, unschooled]}
        hotspots: {level: \(level)}
    """
  }
}

/// A sample country in a folder of its own.
func withSampleCountry(_ body: (inout SampleCountry) throws -> Void) throws {
  try withTemporaryFolder { folder in
    var country = try SampleCountry(in: folder)
    try body(&country)
  }
}
