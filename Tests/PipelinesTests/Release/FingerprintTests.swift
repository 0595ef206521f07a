import Foundation
import Testing

@testable import Pipelines

private let inputs = [(name: "a.csv", sha256: "01"), (name: "b.csv", sha256: "02")]

@Test("Equal runs have equal fingerprints, in whatever order their inputs are named.")
func equalFingerprints() {
  let fingerprint = Fingerprint(program: "p", inputs: inputs, settings: ["en"])
  #expect(fingerprint == Fingerprint(program: "p", inputs: inputs.reversed(), settings: ["en"]))
  #expect(fingerprint.text.count == 64)
}

@Test("Another program, input, name or setting gives another fingerprint.")
func otherFingerprints() {
  let all = [
    Fingerprint(program: "p", inputs: inputs),
    Fingerprint(program: "q", inputs: inputs),
    Fingerprint(program: "p", inputs: [inputs[0]]),
    Fingerprint(program: "p", inputs: [inputs[0], (name: "b.csv", sha256: "03")]),
    Fingerprint(program: "p", inputs: [inputs[0], (name: "c.csv", sha256: "02")]),
    Fingerprint(program: "p", inputs: inputs, settings: ["en"]),
    Fingerprint(program: "p", inputs: [inputs[0]], settings: ["b.csv", "02"]),
    Fingerprint(program: "p", inputs: [(name: "a.csv\n2:01", sha256: "")]),
  ]
  #expect(Set(all).count == all.count)
}

@Test("The program knows itself by name, version and a hash of its executable.")
func identity() throws {
  let parts = try Program.identity().split(separator: " ")
  #expect(parts.prefix(2) == ["inclusion-atlas", Substring(Tool.version)])
  #expect(parts[2].count == 64)
}

@Test("A run is unchanged when the linked release was made from the same and is still whole.")
func unchanged() throws {
  try withTwoReleases { folder in
    let tonight = Fingerprint(program: "p", inputs: inputs)
    let release = folder.release(nameTwo)
    #expect(folder.unchangedRelease(tonight) == nil)
    try folder.remember(tonight, of: release)
    #expect(folder.unchangedRelease(tonight) == release)
    #expect(folder.unchangedRelease(Fingerprint(program: "q", inputs: inputs)) == nil)
    try folder.rollback()
    #expect(folder.unchangedRelease(tonight) == nil)
    try folder.rollback(to: nameTwo)
    #expect(folder.unchangedRelease(tonight) == release)
    try Data("by hand".utf8).write(to: release.url.appending(path: "atlas.csv"))
    #expect(folder.unchangedRelease(tonight) == nil)
  }
}

@Test("Without the cache, or with one of another version, nothing is taken for unchanged.")
func unchangedWithoutCache() throws {
  try withTwoReleases { folder in
    let tonight = Fingerprint(program: "p", inputs: inputs)
    try folder.remember(tonight, of: folder.release(nameTwo))
    try Data("version 7".utf8).write(to: folder.cache.appending(path: "fingerprint"))
    #expect(folder.unchangedRelease(tonight) == nil)
    try FileManager.default.removeItem(at: folder.cache)
    #expect(folder.unchangedRelease(tonight) == nil)
  }
}
