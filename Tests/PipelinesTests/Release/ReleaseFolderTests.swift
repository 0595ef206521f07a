import Diagnostics
import Foundation
import Publishing
import Testing

@testable import Pipelines

private func files(_ text: String) -> [PublishedFile] {
  [
    PublishedFile(path: "atlas.csv", bytes: Array(text.utf8)),
    PublishedFile(path: "maps/divide.en.svg", bytes: Array("<svg/>".utf8)),
  ]
}

@Test("A release is written whole and `current` leads to it.")
func publishes() throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    try folder.publish(files("one"), as: "20260101T000000Z-aaaa")
    #expect(try text(folder.current.appending(path: "atlas.csv")) == "one")
    #expect(
      tree(folder.url) == [
        ".lock", "current", "releases", "releases/20260101T000000Z-aaaa",
        "releases/20260101T000000Z-aaaa/atlas.csv", "releases/20260101T000000Z-aaaa/maps",
        "releases/20260101T000000Z-aaaa/maps/divide.en.svg",
      ])
  }
}

@Test("A later release takes the place of the earlier one, which stays on the disk.")
func replaces() throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    try folder.publish(files("one"), as: nameOne)
    try folder.publish(files("two"), as: nameTwo)
    #expect(try text(folder.current.appending(path: "atlas.csv")) == "two")
    #expect(try text(folder.releases.appending(path: "\(nameOne)/atlas.csv")) == "one")
  }
}

@Test("What a killed run left behind is swept by the next one.")
func sweeps() throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    let torn = folder.releases.appending(path: ".\(nameOne).partial/maps")
    try FileManager.default.createDirectory(at: torn, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: ".current.partial").path, withDestinationPath: "nowhere")
    try folder.publish(files("two"), as: nameTwo)
    #expect(try text(folder.current.appending(path: "atlas.csv")) == "two")
    #expect(!tree(folder.url).contains { $0.hasSuffix(".partial") })
  }
}

@Test("While one run publishes, another is refused and told why.")
func locks() throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    try folder.publish(files("one"), as: nameOne)
    let lock = try ReleaseLock(folder: folder.url)
    defer { lock.release() }
    let problem = try #require(throws: Problem.self) {
      try folder.publish(files("two"), as: nameTwo)
    }
    #expect(
      problem.description
        == "another run (process \(getpid())) is publishing into '\(folder.url.path)'; "
        + "wait until it ends and run again")
    #expect(try text(folder.current.appending(path: "atlas.csv")) == "one")
  }
}
