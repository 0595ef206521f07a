import Diagnostics
import Foundation
import Testing

@testable import Pipelines

@Test("A release verifies as long as no file is missing, changed or added.")
func verifies() throws {
  try withTwoReleases { folder in
    let release = folder.release("2-b")
    try release.verify()
    try FileManager.default.removeItem(at: release.url.appending(path: "maps/divide.km.svg"))
    try Data("2".utf8).write(to: release.url.appending(path: "atlas.csv"))
    try Data("x".utf8).write(to: release.url.appending(path: "maps/notes.txt"))
    let problems = try #require(throws: Problems.self) { try release.verify() }
    let anew =
      "publish anew with 'inclusion-atlas run', or go back with 'inclusion-atlas rollback'"
    #expect(
      problems.description == """
        'atlas.csv' of release '2-b' was changed; \(anew)
        'maps/divide.km.svg' of release '2-b' is missing; \(anew)
        'maps/notes.txt' of release '2-b' was added after it was published; \
        move it out of the release
        """)
    try folder.release("1-a").verify()
  }
}

@Test("A release without its manifest, or with another file in its place, is refused.")
func verifiesManifest() throws {
  try withTwoReleases { folder in
    let manifest = folder.release("2-b").url.appending(path: "manifest.json")
    let anew =
      "publish anew with 'inclusion-atlas run', or go back with 'inclusion-atlas rollback'"
    try Data("{\"outputs\": 3}".utf8).write(to: manifest)
    let torn = try #require(throws: Problem.self) { try folder.release("2-b").verify() }
    #expect(torn.description == "'manifest.json' of release '2-b' is no manifest; \(anew)")
    try FileManager.default.removeItem(at: manifest)
    let missing = try #require(throws: Problem.self) { try folder.release("2-b").verify() }
    #expect(missing.description == "'manifest.json' of release '2-b' cannot be read; \(anew)")
  }
}

@Test("Rolling back goes to the release before, or to the one that is named.")
func rollsBack() throws {
  try withTwoReleases { folder in
    try folder.publish(sampleRelease("three"), as: "3-c")
    #expect(try folder.rollback().name == "2-b")
    #expect(try folder.rollback().name == "1-a")
    let problem = try #require(throws: Problem.self) { try folder.rollback() }
    #expect(
      problem.description
        == "there is no release before '1-a'; list them with 'inclusion-atlas releases'")
    #expect(try folder.rollback(to: "3-c").name == "3-c")
    #expect(try text(folder.current.appending(path: "atlas.csv")) == "three")
  }
}

@Test("Rolling back refuses a release that is not there, or not as it was published.")
func rollsBackToWhole() throws {
  try withTwoReleases { folder in
    let misspelt = try #require(throws: Problem.self) { try folder.rollback(to: "1-b") }
    #expect(misspelt.description == "there is no release '1-b'; did you mean '1-a'?")
    let unknown = try #require(throws: Problem.self) { try folder.rollback(to: "20261122T020000Z") }
    #expect(
      unknown.description
        == "there is no release '20261122T020000Z'; list them with 'inclusion-atlas releases'")
    try Data().write(to: folder.release("1-a").url.appending(path: "atlas.csv"))
    #expect(throws: Problems.self) { try folder.rollback() }
    #expect(try folder.currentRelease()?.name == "2-b")
  }
}

@Test("Pruning keeps the newest releases and always the linked one.")
func prunes() throws {
  try withTwoReleases { folder in
    for name in ["3-c", "4-d", "5-e"] { try folder.publish(sampleRelease(name), as: name) }
    #expect(try folder.prune(keeping: 4).map(\.name) == ["1-a"])
    try folder.rollback(to: "2-b")
    #expect(try folder.prune(keeping: 2).map(\.name) == ["3-c", "4-d"])
    #expect(folder.list().map(\.name) == ["2-b", "5-e"])
    #expect(try folder.prune(keeping: 1).map(\.name) == ["5-e"])
    #expect(try folder.prune(keeping: 1).isEmpty)
    try #require(try folder.currentRelease()).verify()
  }
}

@Test("Names hold time and content, and stay in order when the clock was put back.")
func names() throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    let night = Date(timeIntervalSince1970: 1_795_312_800)
    let first = folder.nextName(at: night, content: "3f9a61c2b04d55aa")
    #expect(first == "20261122T020000Z-3f9a61c2b04d")
    try folder.publish(sampleRelease("one"), as: first)
    let earlier = night.addingTimeInterval(-86_400 * 365)
    #expect(folder.nextName(at: earlier, content: "00") == "20261122T020001Z-00")
    #expect(folder.nextName(at: night, content: "00") == "20261122T020001Z-00")
    let later = night.addingTimeInterval(3600)
    #expect(folder.nextName(at: later, content: "00") == "20261122T030000Z-00")
  }
}

@Test("A release is not published over one of the same name.")
func sameName() throws {
  try withTwoReleases { folder in
    let problem = try #require(throws: Problem.self) {
      try folder.publish(sampleRelease("other"), as: "1-a")
    }
    #expect(
      problem.description == "there is a release '1-a' already; wait a second and run again")
    #expect(try text(folder.release("1-a").url.appending(path: "atlas.csv")) == "one")
  }
}
