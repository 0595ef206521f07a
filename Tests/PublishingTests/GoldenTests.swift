import Publishing
import Testing

@Suite struct GoldenTests {
  static let files = Result { try publishedFiles(of: SampleAtlas.atlas) }

  @Test(
    "Every published text file stays as it was recorded.",
    arguments: [
      "atlas.geojson", "atlas.topojson", "atlas.csv", "atlas.csvt", "observations.csv",
      "observations.csvt", "neighbors.csv", "neighbors.csvt", "local-statistics.csv",
      "local-statistics.csvt", "datapackage.json",
      "catalogue.jsonld", "summary.json", "index.html", "index.km.html",
    ])
  func golden(_ path: String) throws {
    try expectGolden(try #require(try Self.files.get().first { $0.path == path }))
  }

  @Test("Two drawings of one atlas give the same bytes, those of GDAL included.")
  func deterministic() throws {
    #expect(try publishedFiles(of: SampleAtlas.atlas) == Self.files.get())
  }

  @Test("The files of a release stand in a fixed order, each path once.")
  func paths() throws {
    #expect(
      try Self.files.get().map(\.path).filter { $0 != "atlas.parquet" } == [
        "atlas.geojson", "atlas.geojsonl", "atlas.gpkg", "atlas.fgb", "atlas.topojson",
        "atlas.csv", "atlas.csvt", "observations.csv", "observations.csvt", "neighbors.csv",
        "neighbors.csvt", "join-report.csv", "join-report.csvt", "weights.csv",
        "weights.csvt", "local-statistics.csv", "local-statistics.csvt", "atlas.xlsx",
        "datapackage.json", "catalogue.jsonld",
        "summary.json", "index.html", "index.km.html",
      ])
  }
}
