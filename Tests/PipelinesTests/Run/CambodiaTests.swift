import Foundation
import Testing

@testable import Pipelines

/// The shipped atlas as published, file by file.
struct Cambodia {
  let files: [String: Data]
  let features: [String: [String: Any]]

  /// Published once for all tests of this file.
  private static let published = Result {
    try withTemporaryFolder { output in
      _ = try PipelineRun(
        definition: Repository.file("pipelines/cambodia.yaml"), output: output
      ).publish()
      return try contents(of: output.appending(path: "cambodia/current"))
    }
  }

  init() throws {
    files = try Self.published.get()
    features = try properties(of: files["atlas.geojson"] ?? Data())
  }

  func number(_ code: String, _ field: String) -> Double? { features[code]?[field] as? Double }
  func text(_ code: String, _ field: String) -> String? { features[code]?[field] as? String }
}

/// Every file below a folder by its path.
func contents(of folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  let folder = folder.resolvingSymlinksInPath()
  for path in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String })
    ?? []
  {
    let url = folder.appending(path: path)
    if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      files[path] = try Data(contentsOf: url)
    }
  }
  return files
}

@Suite("The atlas of Cambodia")
struct CambodiaTests {
  private let atlas: Cambodia

  init() throws { atlas = try Cambodia() }

  @Test("Values are those of the tables, province by province.")
  func values() {
    #expect(atlas.features.count == 25)
    #expect(atlas.number("16", "internet_use_women") == 27.064)
    #expect(atlas.number("12", "population") == 2_281_951)
    let people = atlas.features.keys.compactMap { atlas.number($0, "population") }
    #expect(people.reduce(0, +) == 15_552_211)
  }

  @Test("Stung Treng's internet figure is shown, and stays out of the index.")
  func unreliable() throws {
    #expect(atlas.number("19", "internet_use_women") == 69.678)
    #expect(atlas.text("19", "internet_use_women_status") == "unreliable")
    let drivers = try #require(atlas.features["19"]?["divide_drivers"] as? [String: Double])
    #expect(drivers["internet_use_women"] == nil)
    #expect(drivers.values.reduce(0, +).isClose(to: atlas.number("19", "divide_score")))
    #expect(atlas.number("19", "divide_coverage").isClose(to: 13.0 / 15))
  }

  @Test("Ratanak Kiri ranks worst and is a hotspot; Phnom Penh is not.")
  func verdicts() {
    #expect(atlas.number("16", "divide_rank") == 1)
    #expect(atlas.features["16"]?["divide_hotspot"] as? Bool == true)
    #expect(atlas.features["12"]?["divide_hotspot"] as? Bool == false)
  }

  @Test("Provinces with one neighbour are not testable, and say how small p could get.")
  func notTestable() {
    let codes = atlas.features.keys.filter { atlas.text($0, "divide_cluster") == "not testable" }
    #expect(codes.sorted() == ["12", "20", "23", "24"])
    for code in codes {
      #expect(atlas.number(code, "divide_gi_p_min").isClose(to: 2.0 / 24))
      #expect(atlas.features[code]?["divide_gi_p_adjusted"] is NSNull)
      #expect(atlas.number(code, "divide_gi_z") != nil)
    }
  }

  /// `Tests/oracles/cambodia.py` reads the same tables and boundaries and uses nothing of this program.
  @Test("Scores, Gi* and exact p equal an independent brute force over all outcomes.")
  func bruteForce() throws {
    struct Oracle: Decodable {
      struct Result: Decodable {
        var z, p, p_min: Double
        var p_adjusted: Double?
      }
      var codes: [String]
      var scores: [Double]
      var gi_star_rook: [Result]
    }
    let oracle = try JSONDecoder().decode(
      Oracle.self, from: Data(contentsOf: Repository.file("Tests/oracles/cambodia.json")))
    #expect(oracle.codes == atlas.features.keys.sorted())
    for (index, code) in oracle.codes.enumerated() {
      let result = oracle.gi_star_rook[index]
      #expect(atlas.number(code, "divide_score").isClose(to: oracle.scores[index]))
      #expect(atlas.number(code, "divide_gi_z").isClose(to: result.z))
      #expect(atlas.number(code, "divide_gi_p").isClose(to: result.p))
      #expect(atlas.number(code, "divide_gi_p_min").isClose(to: result.p_min))
      #expect(atlas.number(code, "divide_gi_p_adjusted").isClose(to: result.p_adjusted))
    }
  }

  @Test("Engagement is declared, not scored, and says in how many provinces each figure exists.")
  func engagement() throws {
    let summary = try #require(
      JSONSerialization.jsonObject(with: atlas.files["summary.json"] ?? Data()) as? [String: Any])
    let index = try #require((summary["indexes"] as? [[String: Any]])?.first)
    let part = try #require((index["not_scored"] as? [[String: Any]])?.first)
    #expect(part["pillar"] as? String == "engagement")
    #expect(
      part["areas_with_value"] as? [String: Int]
        == ["cip_joined": 2, "cip_satisfied": 2, "commune_turnout": 4, "voter_registration": 6])
  }

  @Test("Figures of the 24 old provinces are moved by the crosswalk and say so.")
  func crosswalk() {
    #expect(atlas.text("25", "migrant_share_status") == "estimated")
    #expect(atlas.text("03", "migrant_share_status") == "estimated")
    #expect(atlas.text("01", "migrant_share_status") == "ok")
  }

  @Test("Every promised file is there, with a map for each figure of at least five provinces.")
  func names() {
    let promised = [
      "atlas.geojson", "atlas.gpkg", "atlas.fgb", "atlas.topojson", "atlas.csv", "atlas.xlsx",
      "index.html", "neighbors.csv", "join-report.csv", "summary.json", "manifest.json",
      "datapackage.json",
    ]
    let weights = String(decoding: atlas.files["weights.csv"] ?? Data(), as: UTF8.self)
    #expect(weights.split(separator: "\r\n").count == 1 + 2 * 48)
    for name in promised { #expect(atlas.files[name] != nil, "\(name)") }
    let maps = Set(
      atlas.files.keys.filter { $0.hasSuffix(".en.svg") }.map { $0.dropFirst(5).dropLast(7) })
    #expect(
      maps.sorted() == [
        "civic_engagement_programme", "cross_border_migrants", "deprivations", "divide",
        "divide-cartogram", "divide-hotspots", "divide-people", "divide-tiles", "evidence",
        "few_assets", "internet_and_migration", "internet_use_women", "migrant_share",
        "mpi_headcount", "no_electricity", "no_six_years_schooling", "phone_ownership_men",
        "phone_ownership_women", "population", "subscribers_per_voter", "voter_registration",
      ])
    for map in maps { #expect(atlas.files["maps/\(map).km.svg"] != nil) }
  }

  @Test("The manifest lists every other file with its hash, and paths from the project's folder.")
  func manifest() throws {
    struct Entry: Decodable {
      var path: String
      var sha256: String
    }
    struct Manifest: Decodable {
      var inputs: [Entry]
      var outputs: [Entry]
    }
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: atlas.files["manifest.json"] ?? Data())
    #expect(
      manifest.outputs.map(\.path).sorted()
        == atlas.files.keys.filter { $0 != "manifest.json" }.sorted())
    for entry in manifest.outputs {
      #expect(entry.sha256 == sha256Hex(of: atlas.files[entry.path] ?? Data()))
    }
    for entry in manifest.inputs {
      #expect(entry.sha256 == sha256Hex(of: try Data(contentsOf: Repository.file(entry.path))))
    }
  }

  @Test("A second run into another folder gives the same bytes.")
  func sameBytes() throws {
    try withTemporaryFolder { output in
      _ = try PipelineRun(
        definition: Repository.file("pipelines/cambodia.yaml"), output: output
      ).publish()
      let again = try contents(of: output.appending(path: "cambodia/current"))
      #expect(again.keys.sorted() == atlas.files.keys.sorted())
      for (path, bytes) in again { #expect(bytes == atlas.files[path], "\(path)") }
    }
  }
}

extension Double? {
  /// Equal within 1e-9, or both missing.
  fileprivate func isClose(to other: Double?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return abs(self - other) <= 1e-9 * max(1, abs(other))
  }
}

extension Double {
  fileprivate func isClose(to other: Double?) -> Bool { Double?.some(self).isClose(to: other) }
}
