import Foundation
import Testing

@testable import Pipelines

/// A country of nine squares of 10 km in UTM zone 31, with whole numbers for keys and French names.
private func squares() -> String {
  let features = (0..<9).map { number -> String in
    let (x, y) = (500_000 + 10_000 * (number % 3), 5_000_000 + 10_000 * (number / 3))
    let ring = [(x, y), (x + 10_000, y), (x + 10_000, y + 10_000), (x, y + 10_000), (x, y)]
      .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return """
      {"type":"Feature","properties":{"num":\(number + 1),"nom":"Carré d'\(number + 1)"},\
      "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
      """
  }
  return """
    {"type":"FeatureCollection","name":"carres",
    "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32631"}},
    "features":[\(features.joined(separator: ",\n"))]}
    """
}

private let table = """
  num,sans_internet,sans_ecole,habitants
  1,90,80,100
  2,85,75,200
  3,50,,300
  4,80,70,100
  5,70,60,200
  6,40,30,300
  7,45,40,100
  8,30,20,200
  9,10,5,300

  """

private let definition = """
  title: {fr: La fracture, en: The divide}
  languages: [fr]
  boundaries:
    file: carres.geojson
    key: num
    names: {fr: nom}
    area_word: {fr: carré}
    areas_word: {fr: carrés}
  sources:
    enquete: {title: Enquête, publisher: Institut, year: 2026, licence: CC BY 4.0}
  tables:
    enquete:
      file: enquete.csv
      layout: wide
      columns: {area_code: num}
  indicators:
    sans_internet:
      title: {fr: Sans internet}
      unit: {fr: "% des gens"}
      period: 2026
      source: enquete
      table: enquete
      range: [0, 100]
      worse: high
    sans_ecole:
      title: {fr: Sans école}
      unit: {fr: "% des gens"}
      period: 2026
      source: enquete
      table: enquete
      range: [0, 100]
      worse: high
  indexes:
    fracture:
      title: {fr: Indice de fracture}
      minimum_indicators: 0.5
      pillars:
        tout: {title: {fr: Tout}, indicators: [sans_internet, sans_ecole]}
      hotspots: {level: 0.1}
  """

@Test("Another country is a definition away: other names, keys, projection, language and layout.")
func otherCountry() throws {
  try withTemporaryFolder { folder in
    try squares().write(
      to: folder.appending(path: "carres.geojson"), atomically: true, encoding: .utf8)
    try table.write(to: folder.appending(path: "enquete.csv"), atomically: true, encoding: .utf8)
    let file = folder.appending(path: "pays.yaml")
    try definition.write(to: file, atomically: true, encoding: .utf8)
    let outcome = try PipelineRun(definition: file, output: folder.appending(path: "out")).publish()
    #expect(
      outcome.warnings.map(\.what) == [
        "maps and pages in 'fr' have English words around your titles and names"
      ])
    let files = try contents(of: folder.appending(path: "out/pays/current"))
    let neighbors = String(decoding: files["neighbors.csv"] ?? Data(), as: UTF8.self)
      .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    let sharing = neighbors.filter { (Double($0[2]) ?? 0) > 0 }
    #expect(sharing.count == 24)
    // UTM's scale near its central meridian is 0.9996: 10 km on the map are 10,004 m on the ground.
    #expect(sharing.allSatisfy { abs((Double($0[2]) ?? 0) - 10_004) < 1 })
    let features = try properties(of: files["atlas.geojson"] ?? Data())
    #expect(features["1"]?["name_fr"] as? String == "Carré d'1")
    #expect(features["1"]?["fracture_rank"] as? Int == 1)
    #expect(features["1"]?["fracture_score"] as? Double == 100)
    #expect(features["3"]?["sans_ecole"] is NSNull)
    #expect(features["3"]?["sans_ecole_status"] as? String == "no data")
    #expect(features["3"]?["fracture_score"] as? Double == 50)
    #expect(features["5"]?["fracture_gi_p_min"] as? Double == 2.0 / 70)
    #expect(files["maps/fracture-hotspots.fr.svg"] != nil)
    #expect(files["maps/sans_internet.fr.svg"] != nil)
  }
}

/// The properties of each feature by its id.
func properties(of geoJSON: Data) throws -> [String: [String: Any]] {
  let json = try JSONSerialization.jsonObject(with: geoJSON) as? [String: Any]
  let features = json?["features"] as? [[String: Any]] ?? []
  return Dictionary(
    uniqueKeysWithValues: features.map {
      ($0["id"] as? String ?? "", $0["properties"] as? [String: Any] ?? [:])
    })
}
