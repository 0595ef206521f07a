import Foundation
import Testing

@testable import Pipelines

/// A country of four rows of five squares, without one inside, with an island far off and a
/// peninsula that has one neighbour: kept aside to see whether what holds in Cambodia holds here.
private enum KeptCountry {
  static let places: [(x: Int, y: Int)] =
    (0..<20).filter { $0 != 7 }.map { ($0 % 5, $0 / 5) } + [(6, -3), (5, 3)]

  static var boundaries: String {
    let features = places.enumerated().map { number, place in
      let (x, y) = (10 + Double(place.x) / 4, 5 + Double(place.y) / 4)
      let ring = [(x, y), (x + 0.25, y), (x + 0.25, y + 0.25), (x, y + 0.25), (x, y)]
        .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"code":"\(number + 10)"},\
        "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
        """
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  /// Values with ties; one area has none.
  static var table: String {
    let rows = places.indices.map { number in
      let value = places[number].x * places[number].x + 3 * places[number].y % 4
      return "\(number + 10),offline,\(number == 12 ? "" : String(value + 20))"
    }
    return (["area_code,indicator,value"] + rows).joined(separator: "\n") + "\n"
  }

  static let definition = """
    title: Kept
    boundaries: {file: kept.geojson, key: code}
    sources: {survey: {title: Survey}}
    tables: {survey: {file: kept.csv}}
    indicators:
      offline: {title: Offline, unit: "%", period: "2026", source: survey, table: survey, worse: high}
    indexes:
      divide:
        title: Divide
        pillars: {all: {title: All, indicators: [offline]}}
        hotspots: {statistics: [local Moran, local Geary, Getis-Ord G, join counts]}
    """

  /// Published once for all tests of this file.
  static let files = Result {
    try withTemporaryFolder { folder in
      for (name, text) in [
        ("kept.geojson", boundaries), ("kept.csv", table), ("kept.yaml", definition),
      ] {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      _ = try PipelineRun(
        definition: folder.appending(path: "kept.yaml"), output: folder.appending(path: "out")
      ).publish()
      return try contents(of: folder.appending(path: "out/kept/current"))
    }
  }
}

@Suite("A country kept aside")
struct KeptCountryTests {
  private let features: [String: [String: Any]]
  /// Codes of the neighbours that share a boundary, as published.
  private var neighbors: [String: [String]] = [:]

  init() throws {
    let files = try KeptCountry.files.get()
    features = try properties(of: files["atlas.geojson"] ?? Data())
    let lines = String(decoding: files["neighbors.csv"] ?? Data(), as: UTF8.self)
      .split(separator: "\r\n").dropFirst()
    for cells in lines.map({ $0.split(separator: ",").map(String.init) }) where cells[3] == "false"
    {
      neighbors[cells[0], default: []].append(cells[1])
    }
  }

  private func number(_ code: String, _ field: String) -> Double? {
    features[code]?[field] as? Double
  }

  /// Every way to choose some of the numbers.
  private func choices(_ numbers: ArraySlice<Double>, _ count: Int) -> [Double] {
    if count == 0 { return [0] }
    guard let first = numbers.first, numbers.count >= count else { return [] }
    let rest = numbers.dropFirst()
    return choices(rest, count - 1).map { $0 + first } + choices(rest, count)
  }

  @Test("z, p, its floor and the adjusted p are those of a brute force over the published files.")
  func bruteForce() throws {
    let scores = features.keys.sorted().compactMap { code in
      number(code, "divide_score").map { (code: code, score: $0) }
    }
    #expect(scores.count == 20)
    let n = Double(scores.count)
    let mean = scores.reduce(0) { $0 + $1.score } / n
    let variance = scores.reduce(0) { $0 + ($1.score - mean) * ($1.score - mean) } / n
    var testable: [(code: String, p: Double)] = []
    for (code, score) in scores {
      let around = (neighbors[code] ?? []).compactMap { number($0, "divide_score") }
      if around.isEmpty {
        #expect(features[code]?["divide_gi_p"] is NSNull)
        continue
      }
      let others = scores.filter { $0.code != code }.map(\.score)
      let sums = choices(others[...], around.count)
      let sum = around.reduce(0, +)
      let upper = Double(sums.count { $0 >= sum - 1e-9 }) / Double(sums.count)
      let lower = Double(sums.count { $0 <= sum + 1e-9 }) / Double(sums.count)
      let (p, floor) = (min(1, 2 * min(upper, lower)), min(1, 2 / Double(sums.count)))
      let w = Double(around.count + 1)
      let z =
        (sum + score - w * mean) / (variance * (n * w - w * w) / (n - 1)).squareRoot()
      #expect(abs((number(code, "divide_gi_p") ?? 9) - p) < 1e-9, "\(code)")
      #expect(abs((number(code, "divide_gi_p_min") ?? 9) - floor) < 1e-9, "\(code)")
      #expect(abs((number(code, "divide_gi_z") ?? 99) - z) < 1e-9, "\(code)")
      if floor <= 0.05 { testable.append((code, p)) }
    }
    let sorted = testable.sorted { $0.p < $1.p }
    for (place, test) in sorted.enumerated() {
      let adjusted = sorted[place...].enumerated().map { offset, other in
        other.p * Double(sorted.count) / Double(place + offset + 1)
      }.min()
      #expect(
        abs((number(test.code, "divide_gi_p_adjusted") ?? 9) - min(1, adjusted ?? 1)) < 1e-9,
        "\(test.code)")
    }
  }

  @Test("An island, an area without a value and one with a single neighbour say why.")
  func notTestable() {
    func reason(_ code: String) -> String {
      features[code]?["divide_hotspot_reason"] as? String ?? ""
    }
    #expect(reason("29").contains("clustering not testable (no neighbours)"))
    #expect(
      reason("30").contains(
        "clustering not testable (too few neighbours to test: with 1 of them p is at least 0.105, "
          + "above the level 0.05)"))
    #expect(features["22"]?["divide_cluster"] as? String == "not testable")
    #expect(features["22"]?["divide_gi_z"] is NSNull)
  }
}
