import Diagnostics
import Foundation
import Testing

@testable import Pipelines

@Test(
  "Where the file system knows no links, `current` is a file that names the release.",
  arguments: [POSIXErrorCode.EPERM, .EOPNOTSUPP, .ENOSYS])
func pointerFile(code: POSIXErrorCode) throws {
  try withTemporaryFolder { output in
    let disk = FaultyDisk().disk { _, call in if call == "link" { throw POSIXError(code) } }
    let folder = ReleaseFolder(output: output, pipeline: "cambodia", disk: disk)
    try folder.publish(sampleRelease("one"), as: nameOne)
    try folder.publish(sampleRelease("two"), as: nameTwo)
    #expect(try text(folder.current) == "releases/\(nameTwo)\n")
    #expect(try folder.currentRelease() == folder.release(nameTwo))
    #expect(try folder.rollback() == folder.release(nameOne))
    #expect(try text(folder.current) == "releases/\(nameOne)\n")
    #expect(!tree(folder.url).contains { $0.hasSuffix(".partial") })
  }
}

@Test("A file gives way to a link, and a link to a file.")
func pointerChanges() throws {
  try withTemporaryFolder { output in
    let disk = FaultyDisk().disk { _, call in if call == "link" { throw POSIXError(.EPERM) } }
    let linked = ReleaseFolder(output: output, pipeline: "cambodia")
    let named = ReleaseFolder(output: output, pipeline: "cambodia", disk: disk)
    try linked.publish(sampleRelease("one"), as: nameOne)
    try named.publish(sampleRelease("two"), as: nameTwo)
    #expect(try linked.currentRelease()?.name == nameTwo)
    try linked.publish(sampleRelease("three"), as: nameThree)
    #expect(try named.currentRelease()?.name == nameThree)
    #expect(try text(linked.current.appending(path: "atlas.csv")) == "three")
  }
}

@Test("Before the first release there is none.")
func noRelease() throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    let current = try folder.currentRelease()
    #expect(current == nil)
    #expect(folder.list().isEmpty)
  }
}

@Test("A pointer to nowhere is named, and the next run mends it.")
func pointsNowhere() throws {
  try withTwoReleases { folder in
    try FileManager.default.removeItem(at: folder.release(nameTwo).url)
    let problem = try #require(throws: Problem.self) { try folder.currentRelease() }
    #expect(
      problem.description
        == "'\(folder.current.path)' points to 'releases/\(nameTwo)', which is not there; "
        + "run again, or choose a release with 'inclusion-atlas rollback'")
    try folder.publish(sampleRelease("three"), as: nameThree)
    #expect(try folder.currentRelease()?.name == nameThree)
  }
}

@Test(
  "A pointer out of the releases is refused.",
  arguments: [
    "../elsewhere", "/etc", "releases/../../etc", "releases/", "releases/.\(nameTwo).partial",
  ])
func pointsOutside(target: String) throws {
  try withTwoReleases { folder in
    try FileManager.default.removeItem(at: folder.current)
    try FileManager.default.createSymbolicLink(
      atPath: folder.current.path, withDestinationPath: target)
    let problem = try #require(throws: Problem.self) { try folder.currentRelease() }
    #expect(
      problem.description
        == "'\(folder.current.path)' points to '\(target)', which is no release; "
        + "run again, or choose a release with 'inclusion-atlas rollback'")
  }
}

@Test("A folder in the place of `current` is not written over.")
func pointerIsFolder() throws {
  try withTwoReleases { folder in
    try FileManager.default.removeItem(at: folder.current)
    try FileManager.default.createDirectory(
      at: folder.current, withIntermediateDirectories: false)
    let problem = try #require(throws: Problem.self) {
      try folder.publish(sampleRelease("three"), as: nameThree)
    }
    #expect(
      problem.description
        == "'\(folder.current.path)' is a folder and not the link to a release; "
        + "move it away and run again")
    #expect(folder.list().map(\.name) == [nameOne, nameTwo])
  }
}
