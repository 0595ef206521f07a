import Foundation
import Publishing

@testable import Pipelines

/// Three files and the manifest that describes them.
func sampleRelease(_ text: String) -> [PublishedFile] {
  let files = [
    PublishedFile(path: "atlas.csv", bytes: Array(text.utf8)),
    PublishedFile(path: "maps/divide.en.svg", bytes: Array("<svg>\(text)</svg>".utf8)),
    PublishedFile(path: "maps/divide.km.svg", bytes: Array("<svg/>".utf8)),
  ]
  return files + [
    .manifest(
      Manifest(
        inputs: [],
        outputs: files.map { Manifest.Entry(path: $0.path, sha256: sha256Hex(of: $0.bytes)) },
        definition: Manifest.Entry(path: "pipelines/cambodia.yaml", sha256: ""),
        tool: Manifest.Version(name: "inclusion-atlas", version: "1"), libraries: [], seed: 1))
  ]
}

/// The name of a release of `text` made on a day of January 2026.
private func sampleName(_ day: Int, _ text: String) -> String {
  "2026010\(day)T020000Z-\(sha256Hex(of: sampleRelease(text).last?.bytes ?? []).prefix(12))"
}

let nameOne = sampleName(1, "one")
let nameTwo = sampleName(2, "two")
let nameThree = sampleName(3, "three")
let nameFour = sampleName(4, "four")
let nameFive = sampleName(5, "five")

/// A folder with two releases, the second one linked.
func withTwoReleases(_ body: (ReleaseFolder) throws -> Void) throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    try folder.publish(sampleRelease("one"), as: nameOne)
    try folder.publish(sampleRelease("two"), as: nameTwo)
    try body(folder)
  }
}
