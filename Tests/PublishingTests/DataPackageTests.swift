import Foundation
import Geography
import Publishing
import Testing

@Suite struct DataPackageTests {
  func resources() throws -> [[String: Any]] {
    let file = try #require(
      try publishedFiles(of: SampleAtlas.atlas).first { $0.path == "datapackage.json" })
    return try #require(try file.json()["resources"] as? [[String: Any]])
  }

  @Test("Every published file of data is described, with a name of its own.")
  func files() throws {
    let resources = try resources()
    #expect(
      resources.compactMap { $0["path"] as? String }.filter { $0 != "atlas.parquet" } == [
        "atlas.geojson", "atlas.geojsonl", "atlas.gpkg", "atlas.fgb", "atlas.topojson",
        "atlas.csv", "observations.csv", "neighbors.csv", "join-report.csv",
        "weights.csv", "local-statistics.csv", "atlas.xlsx",
      ])
    #expect(Set(resources.compactMap { $0["name"] as? String }).count == resources.count)
  }

  @Test("What holds geometry is under the boundaries' licence, tables under their sources' terms.")
  func licences() throws {
    for resource in try resources() {
      let path = try #require(resource["path"] as? String)
      let licences = try #require(resource["licenses"] as? [[String: String]])
      let isTable = [
        "atlas.csv", "observations.csv", "join-report.csv", "local-statistics.csv", "atlas.xlsx",
      ].contains(path)
      #expect(licences.map { $0["name"] } == [isTable ? "other" : "ODbL-1.0"], "\(path)")
      #expect(licences.first?["title"] == (isTable ? "figures; terms apply" : "ODbL-1.0"))
    }
  }

  @Test(
    "Figures keep their terms beside boundaries that need not be shared alike.",
    arguments: [
      ("CC0-1.0", ["CC0-1.0", "other"]), ("cc by 4.0", ["CC-BY-4.0", "other"]),
      ("ODbL 1.0", ["ODbL-1.0"]), ("CC BY-SA 4.0", ["CC-BY-SA-4.0"]),
      ("CC0-1.0 for the text only", ["other", "other"]), ("", ["other", "other"]),
    ])
  func termsOfFigures(licence: String, expected: [String]) throws {
    var atlas = SampleAtlas.atlas
    atlas.boundaries.licence = licence
    let file = try #require(
      try publishedFiles(of: atlas).first { $0.path == "datapackage.json" })
    let resources = try #require(try file.json()["resources"] as? [[String: Any]])
    func names(_ path: String) -> [String] {
      let resource = resources.first { $0["path"] as? String == path }
      return (resource?["licenses"] as? [[String: String]] ?? []).compactMap { $0["name"] }
    }
    #expect(names("atlas.gpkg") == expected)
    #expect(names("neighbors.csv") == [expected[0]])
    #expect(names("atlas.csv") == ["other"])
  }

  @Test("Tables that somebody else writes are described with the others, rows or none.")
  func besides() throws {
    let field = AtlasField(
      name: "until", title: LocalizedText(["en": "until"]), description: "Until when.",
      values: .text([]))
    let table = AtlasTable(name: "past", description: "What was.", rowCount: 0, fields: [field])
    let atlas = SampleAtlas.atlas
    let files = try PublishedFiles(of: atlas, besides: [table]).all(telling: atlas)
    #expect(!files.contains { $0.path.hasPrefix("past") })
    let package = try #require(files.first { $0.path == "datapackage.json" })
    let resources = try #require(try package.json()["resources"] as? [[String: Any]])
    #expect(resources.suffix(2).map { $0["path"] as? String } == ["past.csv", "past.gpkg"])
    #expect(resources.suffix(2).map { $0["type"] as? String } == ["table", "file"])
    let last = try #require(resources.dropLast().last)
    let fields = (last["schema"] as? [String: Any])?["fields"] as? [[String: Any]]
    #expect(fields?.map { $0["name"] as? String } == ["until"])
    let database = try #require(files.first { $0.path == "atlas.gpkg" }).text
    #expect(database.contains("Until when."))
    let catalogue = try #require(files.first { $0.path == "catalogue.jsonld" }).text
    #expect(catalogue.contains("\"contentUrl\": \"past.csv\""))
  }

  @Test("A field says type, title, unit, meaning and what its values obey.")
  func fields() throws {
    let table = try #require(try resources().first { $0["path"] as? String == "atlas.csv" })
    let schema = try #require(table["schema"] as? [String: Any])
    #expect(schema["primaryKey"] as? [String] == ["area_code"])
    let fields = try #require(schema["fields"] as? [[String: Any]])
    let byName = Dictionary(grouping: fields) { $0["name"] as? String ?? "" }
    let internet = try #require(byName["internet"]?.first)
    #expect(internet["type"] as? String == "number")
    #expect(internet["unit"] as? String == "% of people")
    #expect(
      internet["description"] as? String
        == "Internet use, % of people, 2021-22. Lower is worse. Source: survey. "
        + "Null has its reason in 'internet_status'.")
    let status = try #require(byName["internet_status"]?.first?["constraints"] as? [String: Any])
    #expect(
      status["enum"] as? [String] == [
        "ok", "estimated", "preliminary", "rounded", "stale", "unreliable", "no data",
        "suppressed", "not applicable",
      ])
    #expect(status["required"] as? Bool == true)
  }
}
