import Diagnostics
import Foundation
import Publishing
import Testing

@testable import Pipelines

@Test("Everything is on the disk before it is renamed, and renamed before it is linked.")
func flushesFirst() throws {
  try withTemporaryFolder { output in
    let disk = FaultyDisk()
    let folder = ReleaseFolder(
      output: output, pipeline: "cambodia", disk: disk.disk { _, _ in })
    try folder.publish(sampleRelease("one"), as: nameOne)
    #expect(
      disk.calls.filter { !$0.hasPrefix("make") && !$0.hasPrefix("remove") } == [
        "write atlas.csv", "write divide.en.svg", "write divide.km.svg", "write manifest.json",
        "flush all .\(nameOne).partial", "rename \(nameOne)", "flush releases",
        "link .current.partial", "rename current", "flush cambodia",
      ])
  }
}

@Test(
  "Whichever call fails, and how, the old release or the new one stands whole and nothing else.",
  arguments: [POSIXErrorCode.ENOSPC, .EROFS, .EACCES, .EIO, .EDQUOT])
func failsWhole(code: POSIXErrorCode) throws {
  try withTemporaryFolder { output in
    let good = FaultyDisk()
    let folder = ReleaseFolder(output: output, pipeline: "cambodia", disk: good.disk { _, _ in })
    try folder.publish(sampleRelease("one"), as: nameOne)
    let callsOfOne = good.calls.count
    var failures = 0
    for failing in 1...callsOfOne {
      let broken = ReleaseFolder(
        output: output, pipeline: "cambodia",
        disk: FaultyDisk().disk(failing: failing, code))
      let name = "20260102T0200\(10 + failing)Z-\(nameTwo.suffix(12))"
      do {
        try broken.publish(sampleRelease("two"), as: name)
      } catch let problem as Problem {
        failures += 1
        let reason = String(cString: strerror(code.rawValue))
        #expect(problem.what.hasPrefix("cannot write '\(folder.url.path)"))
        #expect(problem.what.hasSuffix("': \(reason)"))
      }
      let linked = try #require(try folder.currentRelease())
      try linked.verify()
      #expect(!tree(folder.url).contains { $0.hasSuffix(".partial") }, "call \(failing)")
      #expect(
        folder.list() == [folder.release(nameOne), linked].sorted { $0.name < $1.name }.unique)
      try folder.rollback(to: nameOne)
      if linked.name != nameOne { try folder.discard(linked) }
    }
    // All calls but the removal of what is not there.
    #expect(failures >= callsOfOne - 2)
  }
}

@Test(
  "Each kind of failure has its remedy.",
  arguments: [
    (POSIXErrorCode.ENOSPC, "No space left on device", "free space on this disk"),
    (.EDQUOT, "Disk quota exceeded", "free space on this disk"),
    (
      .EROFS, "Read-only file system",
      "make this file system writable, or choose another folder with '--output',"
    ),
    (.EACCES, "Permission denied", "give yourself the right to write there"),
    (.EIO, "Input/output error", "have the disk checked"),
    (.ENAMETOOLONG, "File name too long", "mend this path"),
  ])
func failureText(code: POSIXErrorCode, reason: String, remedy: String) throws {
  let problem = try #require(throws: Problem.self) {
    try writing(URL(filePath: "/output/cambodia")) { throw POSIXError(code) }
  }
  #expect(
    problem.description
      == "cannot write '/output/cambodia': \(reason); "
      + "\(remedy) and run again; what was published before still stands")
}

@Test("Wherever a run dies, a whole release stands, and the next run sweeps what is left.")
func dies() throws {
  try withTemporaryFolder { output in
    let good = FaultyDisk()
    let folder = ReleaseFolder(output: output, pipeline: "cambodia", disk: good.disk { _, _ in })
    try folder.publish(sampleRelease("one"), as: nameOne)
    for death in 1...good.calls.count {
      let dying = ReleaseFolder(
        output: output, pipeline: "cambodia", disk: FaultyDisk().disk(dyingAt: death))
      #expect(throws: Problem.self) { try dying.publish(sampleRelease("two"), as: nameTwo) }
      let linked = try #require(try folder.currentRelease())
      try linked.verify()
      try folder.publish(sampleRelease("three"), as: nameThree)
      #expect(!tree(folder.url).contains { $0.hasSuffix(".partial") }, "call \(death)")
      #expect(try text(folder.current.appending(path: "atlas.csv")) == "three")
      for release in folder.list() { try release.verify() }
      try folder.rollback(to: nameOne)
      for release in folder.list() where release.name != nameOne { try folder.discard(release) }
    }
  }
}

@Test(
  "A process that is killed leaves a whole release and no lock behind.",
  arguments: Array(1...14))
func killed(call: Int) async throws {
  let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: output) }
  let folder = ReleaseFolder(output: output, pipeline: "cambodia")
  try folder.publish(sampleRelease("one"), as: nameOne)
  let path = output.path
  await #expect(processExitsWith: .signal(SIGKILL)) {
    [path = path as String, call = call as Int] in
    let disk = FaultyDisk().disk { number, _ in if number == call { kill(getpid(), SIGKILL) } }
    let dying = ReleaseFolder(output: URL(filePath: path), pipeline: "cambodia", disk: disk)
    try dying.publish(sampleRelease("two"), as: nameTwo)
  }
  try #require(try folder.currentRelease()).verify()
  try folder.publish(sampleRelease("three"), as: nameThree)
  #expect(!tree(folder.url).contains { $0.hasSuffix(".partial") })
  for release in folder.list() { try release.verify() }
}

private let canMount = geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/bin/mount")

@Test("On a disk that is truly full the old release stands.", .enabled(if: canMount))
func fullDisk() throws {
  try withTemporaryFolder { output in
    guard run("/bin/mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", output.path) else { return }
    defer { _ = run("/bin/umount", output.path) }
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    try folder.publish(sampleRelease("one"), as: nameOne)
    let before = tree(folder.url)
    let large = PublishedFile(path: "atlas.gpkg", bytes: [UInt8](repeating: 1, count: 200_000))
    let problem = try #require(throws: Problem.self) {
      try folder.publish(sampleRelease("two") + [large], as: nameTwo)
    }
    let path = folder.releases.appending(path: ".\(nameTwo).partial/atlas.gpkg").path
    #expect(
      problem.description
        == "cannot write '\(path)': No space left on device; free space on this disk and run "
        + "again; what was published before still stands")
    #expect(tree(folder.url) == before)
    try #require(try folder.currentRelease()).verify()
    #expect(run("/bin/mount", "-o", "remount,ro", output.path))
    let refused = try #require(throws: Problem.self) {
      try folder.publish(sampleRelease("two"), as: nameTwo)
    }
    #expect(refused.what == "cannot write '\(folder.url.path)/.lock': Read-only file system")
    #expect(tree(folder.url) == before)
  }
}

private func run(_ program: String, _ arguments: String...) -> Bool {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}

extension [Release] {
  fileprivate var unique: [Release] { last == first ? Array(prefix(1)) : self }
}
