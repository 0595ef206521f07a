import Diagnostics
import Foundation
import Testing

@testable import Pipelines

@Test("A release verifies as long as no file is missing, changed or added.")
func verifies() throws {
  try withTwoReleases { folder in
    let release = folder.release(nameTwo)
    try release.verify()
    try FileManager.default.removeItem(at: release.url.appending(path: "maps/divide.km.svg"))
    try Data("2".utf8).write(to: release.url.appending(path: "atlas.csv"))
    try Data("x".utf8).write(to: release.url.appending(path: "maps/notes.txt"))
    let problems = try #require(throws: Problems.self) { try release.verify() }
    let anew =
      "publish anew with 'inclusion-atlas run', or go back with 'inclusion-atlas rollback'"
    #expect(
      problems.description == """
        'atlas.csv' of release '\(nameTwo)' was changed; \(anew)
        'maps/divide.km.svg' of release '\(nameTwo)' is missing; \(anew)
        'maps/notes.txt' of release '\(nameTwo)' was added after it was published; \
        move it out of the release
        """)
    try folder.release(nameOne).verify()
  }
}

@Test("A release without its manifest, or with another file in its place, is refused.")
func verifiesManifest() throws {
  try withTwoReleases { folder in
    let manifest = folder.release(nameTwo).url.appending(path: "manifest.json")
    let anew =
      "publish anew with 'inclusion-atlas run', or go back with 'inclusion-atlas rollback'"
    try Data("{\"outputs\": 3}".utf8).write(to: manifest)
    let torn = try #require(throws: Problem.self) { try folder.release(nameTwo).verify() }
    #expect(torn.description == "'manifest.json' of release '\(nameTwo)' is no manifest; \(anew)")
    try FileManager.default.removeItem(at: manifest)
    let missing = try #require(throws: Problem.self) { try folder.release(nameTwo).verify() }
    #expect(
      missing.description == "'manifest.json' of release '\(nameTwo)' cannot be read; \(anew)")
  }
}

@Test("A manifest that does not lead to the hash in the name was edited.")
func verifiesName() throws {
  try withTwoReleases { folder in
    let release = folder.release(nameTwo)
    let manifest = release.url.appending(path: "manifest.json")
    let edited = try text(manifest).replacing("\"seed\": \"1\"", with: "\"seed\": \"9\"")
    try edited.write(to: manifest, atomically: true, encoding: .utf8)
    let problems = try #require(throws: Problems.self) { try release.verify() }
    #expect(
      problems.description == """
        'manifest.json' of release '\(nameTwo)' was changed; publish anew with \
        'inclusion-atlas run', or go back with 'inclusion-atlas rollback'
        """)
  }
}

@Test("Folders that are no releases are not listed, not removed, and no way back.")
func leavesOtherFolders() throws {
  try withTwoReleases { folder in
    for name in ["0-my-notes", "2026-11", "zzz"] {
      try FileManager.default.createDirectory(
        at: folder.releases.appending(path: name), withIntermediateDirectories: true)
    }
    #expect(folder.list().map(\.name) == [nameOne, nameTwo])
    #expect(try folder.prune(keeping: 1).map(\.name) == [nameOne])
    #expect(tree(folder.releases).contains("0-my-notes"))
    let night = Date(timeIntervalSince1970: 0)
    #expect(folder.nextName(at: night, content: "00") == "20260102T020001Z-00")
  }
}

@Test("Where the pointer leads out of the releases, rolling back goes to the newest of them.")
func rollsBackFromNowhere() throws {
  try withTwoReleases { folder in
    try FileManager.default.removeItem(at: folder.current)
    try FileManager.default.createSymbolicLink(
      atPath: folder.current.path, withDestinationPath: "/etc")
    #expect(try folder.rollback().name == nameTwo)
  }
}

@Test("A pipe in the place of the pointer is refused and not read.")
func refusesPipe() throws {
  try withTwoReleases { folder in
    try FileManager.default.removeItem(at: folder.current)
    #expect(mkfifo(folder.current.path, 0o644) == 0)
    let problem = try #require(throws: Problem.self) { try folder.currentRelease() }
    #expect(
      problem.description
        == "'\(folder.current.path)' is no plain file and not the link to a release; "
        + "move it away and run again")
  }
}

@Test("Rolling back goes to the release before, or to the one that is named.")
func rollsBack() throws {
  try withTwoReleases { folder in
    try folder.publish(sampleRelease("three"), as: nameThree)
    #expect(try folder.rollback().name == nameTwo)
    #expect(try folder.rollback().name == nameOne)
    let problem = try #require(throws: Problem.self) { try folder.rollback() }
    #expect(
      problem.description
        == "there is no release before '\(nameOne)'; list them with 'inclusion-atlas releases'")
    #expect(try folder.rollback(to: nameThree).name == nameThree)
    #expect(try text(folder.current.appending(path: "atlas.csv")) == "three")
  }
}

@Test("Rolling back refuses a release that is not there, or not as it was published.")
func rollsBackToWhole() throws {
  try withTwoReleases { folder in
    let misspelt = try #require(throws: Problem.self) { try folder.rollback(to: "\(nameOne)x") }
    #expect(misspelt.description == "there is no release '\(nameOne)x'; did you mean '\(nameOne)'?")
    let unknown = try #require(throws: Problem.self) { try folder.rollback(to: "latest") }
    #expect(
      unknown.description
        == "there is no release 'latest'; list them with 'inclusion-atlas releases'")
    try Data().write(to: folder.release(nameOne).url.appending(path: "atlas.csv"))
    #expect(throws: Problems.self) { try folder.rollback() }
    #expect(try folder.currentRelease()?.name == nameTwo)
  }
}

@Test("Pruning keeps the newest releases and always the linked one.")
func prunes() throws {
  try withTwoReleases { folder in
    for name in [nameThree, nameFour, nameFive] {
      try folder.publish(sampleRelease(name), as: name)
    }
    #expect(try folder.prune(keeping: 4).map(\.name) == [nameOne])
    try folder.rollback(to: nameTwo)
    #expect(try folder.prune(keeping: 2).map(\.name) == [nameThree, nameFour])
    #expect(folder.list().map(\.name) == [nameTwo, nameFive])
    #expect(try folder.prune(keeping: 1).map(\.name) == [nameFive])
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
      try folder.publish(sampleRelease("other"), as: nameOne)
    }
    #expect(
      problem.description == "there is a release '\(nameOne)' already; wait a second and run again")
    #expect(try text(folder.release(nameOne).url.appending(path: "atlas.csv")) == "one")
  }
}
