import Foundation
import Testing

@testable import Pipelines

/// How many runs are killed; KILLS=1000 in the environment makes it a longer trial.
private let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 60

extension SampleCountry {
  fileprivate func start() throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = ["run", definitionFile.path, "--output", output.path, "--quiet"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}

@Test("Runs killed at random moments never tear a release, and the next run goes through.")
func killedAnywhere() throws {
  // In memory where there is such a place: no test should wait for other programs' writes.
  let memory = URL(filePath: "/dev/shm")
  let place =
    FileManager.default.isWritableFile(atPath: memory.path)
    ? memory : FileManager.default.temporaryDirectory
  let folder = place.appending(path: "inclusion-atlas-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  var country = try SampleCountry(in: folder)
  country.settings = "keep: 3"
  try country.write()
  var reach = try ContinuousClock().measure { try country.start().waitUntilExit() }
  var random = SystemRandomNumberGenerator()
  var killed = 0
  for number in 0..<kills {
    country.offline[5] = "\(20 + number % 50).\(number)"
    try country.write()
    let run = try country.start()
    // The first part of a run only reads.
    usleep(UInt32(Double.random(in: 0.3...1, using: &random) * reach.microseconds))
    kill(run.processIdentifier, SIGKILL)
    run.waitUntilExit()
    let isKilled = run.terminationReason == .uncaughtSignal
    killed += isKilled ? 1 : 0
    // Runs take as long as the machine lets them: stay about their end.
    reach = reach * (isKilled ? 1.05 : 0.8)
    try #require(try country.releases.currentRelease()).verify()
  }
  #expect(killed > kills / 2)
  #expect(killed < kills)
  try country.run()
  for release in country.releases.list() { try release.verify() }
  #expect(country.releases.list().count <= 3)
  #expect(!tree(country.releases.url).contains { $0.hasSuffix(".partial") })
  let value = try country.snapshot()?.areas[4].cells["offline"]?.value
  #expect(value == country.offline[5].flatMap(Double.init))
}

@Test("A file larger than the limit of the shell fails the run, which says so.")
func limitedFiles() throws {
  try withSampleCountry { country in
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -f 20; exec \"$0\" run \"$1\" --output \"$2\" --quiet", program.path,
      country.definitionFile.path, country.output.path,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    let record = try text(country.releases.lastRunFile)
    #expect(record.contains("File too large"))
    #expect(record.contains("raise the limit on the size of files ('ulimit -f') and run again"))
    #expect(try country.releases.currentRelease() == nil)
  }
}

extension Duration {
  fileprivate var microseconds: Double {
    Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12
  }
}
