import Publishing
import Testing

@Suite struct GoldenTests {
  static let files = publishedFiles(of: SampleAtlas.atlas)

  @Test(
    "Every published text file stays as it was recorded.",
    arguments: files.filter { $0.path != "atlas.xlsx" })
  func golden(_ file: PublishedFile) throws {
    try expectGolden(file)
  }

  @Test("Two drawings of one atlas give the same bytes.")
  func deterministic() {
    #expect(publishedFiles(of: SampleAtlas.atlas) == Self.files)
  }

  @Test("The files of a release stand in a fixed order, each path once.")
  func paths() {
    #expect(
      Self.files.map(\.path) == [
        "atlas.geojson", "atlas.topojson", "atlas.xlsx", "atlas.csv", "observations.csv",
        "neighbors.csv", "atlas.csvt", "observations.csvt", "neighbors.csvt", "datapackage.json",
        "summary.json", "index.html", "index.km.html",
      ])
  }
}
