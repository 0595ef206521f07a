import Foundation

@testable import Pipelines

/// A project of its own: boundaries of a few squares, one table, and a definition.
struct SmallProject {
  /// Squares in a row: `A`, `B`, `C`.
  static func boundaries(of codes: [String]) -> String {
    """
    {"type":"FeatureCollection","name":"areas","features":[\(
      codes.enumerated().map { index, code in
        let west = 100 + index
        return """
          {"type":"Feature","properties":{"code":"\(code)","name":"Area \(code)"},"geometry":\
          {"type":"Polygon","coordinates":[[[\(west),10],[\(west + 1),10],[\(west + 1),11],\
          [\(west),11],[\(west),10]]]}}
          """
      }.joined(separator: ","))]}
    """
  }

  static let definition = """
    title: Small
    boundaries: {file: areas.geojson, key: code, names: {en: name}}
    sources: {s: {title: Made for a test}}
    tables:
      t: {file: t.csv}
    indicators:
      x: {title: X, unit: "%", period: 2020, source: s, table: t, worse: high}

    """

  static let table = "area_code,indicator,value,period\nA,x,1,2020\nB,x,2,2020\nC,x,3,2020\n"

  let folder: URL

  /// Writes the project into a folder.
  init(
    in folder: URL, areas: [String] = ["A", "B", "C"], definition: String = Self.definition,
    files: [String: String] = [:]
  ) throws {
    self.folder = folder
    let all = [
      "areas.geojson": Self.boundaries(of: areas), "t.csv": Self.table, "small.yaml": definition,
    ]
    for (name, text) in all.merging(files, uniquingKeysWith: { $1 }) {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
  }

  var run: PipelineRun {
    PipelineRun(
      definition: folder.appending(path: "small.yaml"), output: folder.appending(path: "output"))
  }

  /// What `check`, or a run, says, with paths from the project's folder.
  func complaints(publishing: Bool = false) -> [String] {
    do {
      _ = try publishing ? run.publish() : run.check()
      return []
    } catch {
      return "\(error)".replacing("\(folder.path)/", with: "")
        .replacing("\(folder.lastPathComponent)/", with: "").split(separator: "\n").map(String.init)
    }
  }
}
