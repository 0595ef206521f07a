import Publishing
import Testing

@Suite struct ManifestTests {
  @Test("Inputs and outputs stand in path order, the seed as text.")
  func manifest() throws {
    let manifest = Manifest(
      inputs: [.init(path: "b.csv", sha256: "22"), .init(path: "a.csv", sha256: "11")],
      outputs: [.init(path: "atlas.csv", sha256: "33")],
      definition: .init(path: "pipelines/x.yaml", sha256: "00"),
      tool: .init(name: "inclusion-atlas", version: "0.1.0"),
      libraries: [.init(name: "gdal", version: "3.6.2")], seed: .max)
    try expectGolden(.manifest(manifest))
  }
}
