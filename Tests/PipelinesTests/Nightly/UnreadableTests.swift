import Diagnostics
import Foundation
import Testing

@testable import Pipelines

#if os(Linux)
  /// Puts a file that opens for root too and does not read (EIO) in the place of `offline.csv`.
  private func spoil(_ country: SampleCountry) throws {
    try FileManager.default.removeItem(at: country.offlineFile)
    try FileManager.default.createSymbolicLink(
      at: country.offlineFile, withDestinationURL: URL(filePath: "/proc/self/mem"))
  }

  /// A sample country after a good night, whose table can be read no longer.
  private func withUnreadable(_ rules: String, _ body: (SampleCountry) throws -> Void) throws {
    try withSampleCountry { country in
      country.settings = "allow_files: [/proc/self]"
      country.rules = rules
      try country.write()
      try country.run(on: "2026-11-20")
      try spoil(country)
      try body(country)
    }
  }

  @Test("A table that is there and cannot be read falls back as a missing one does.")
  func unreadableTable() throws {
    try withUnreadable("on_failure: stale") { country in
      let outcome = try country.run(on: "2026-11-21")
      #expect(
        outcome.warnings.map { "\($0.what); \($0.remedy ?? "")" } == [
          "'offline' shows the figures of 2026-11-20: 'offline.csv' cannot be read; "
            + "give whoever runs this the right to read it, or have the disk checked"
        ])
      #expect(try country.snapshot()?.areas[0].cells["offline"]?.status == .stale)
      #expect(try !country.published("manifest.json").contains("offline.csv"))
      #expect(try country.run(on: "2026-11-22").isUnchanged)
    }
    try withUnreadable("on_failure: drop") { country in
      try country.run(on: "2026-11-21")
      #expect(try country.snapshot()?.areas[0].cells["offline"]?.status == .noData)
    }
  }

  @Test(
    "A file that cannot be read and that nothing may do without fails the run, not the definition.")
  func unreadableInput() throws {
    try withUnreadable("") { country in
      let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
      #expect(failure.exitCode == 1)
      #expect(failure.problems.map(\.what) == ["'offline.csv' cannot be read"])
    }
    // The same file read for another table that may not fail.
    try withUnreadable("on_failure: stale") { country in
      let definition = try text(country.definitionFile)
      try definition.replacing("{file: unschooled.csv", with: "{file: offline.csv")
        .write(to: country.definitionFile, atomically: true, encoding: .utf8)
      let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
      #expect(failure.exitCode == 1)
      #expect(failure.problems.map(\.what) == ["'offline.csv' cannot be read"])
    }
  }
#endif
