import Diagnostics
import Foundation
import Testing

@testable import Pipelines

@Test("Failed nights count dates, keep the first and the last, and a bounded reason.")
func countsFailedNights() {
  let first = RunFailure(
    Problem("'x' is wrong", at: Place(file: "a.csv", line: 2), remedy: "mend it"), kind: .run)
  let second = RunFailure(
    Problems([Problem(String(repeating: "y", count: 999)), Problem("z")]), kind: .run)
  let definition = Place(file: "atlas.yaml")
  func after(_ nights: FailedNights?, _ failure: RunFailure, on date: String) -> FailedNights {
    FailedNights(after: nights, failure, of: definition, on: date)
  }
  var nights = after(nil, first, on: "2026-11-20")
  nights = after(nights, first, on: "2026-11-20")
  #expect(
    nights.sentences
      == "Before this release the run failed on 2026-11-20 (a.csv). The reason: 'x' is wrong.")
  nights = after(nights, first, on: "2026-11-22")
  nights = after(nights, second, on: "2026-11-21")
  #expect(nights.nights == 2 && nights.since == "2026-11-20" && nights.last == "2026-11-22")
  #expect(nights.reason == String(repeating: "y", count: 300) && nights.cause == nil)
  #expect(
    nights.headline
      == "Before this release the run failed on 2 nights from 2026-11-20 to 2026-11-22.")
}

@Test("Of a failed check the figures are told once, of a definition that cannot be read all.")
func retoldCauses() {
  let check = RunFailure(
    Problem("the check 'sum' does not hold: 31.4 is too little", at: Place(file: "atlas.yaml")),
    kind: .run)
  let night = FailedNights(after: nil, check, of: Place(file: "atlas.yaml"), on: "2026-11-20")
  #expect(night.headline == "Before this release the run failed on 2026-11-20.")
  #expect(
    night.sentences.hasSuffix(" The reason: the check 'sum' does not hold: 31.4 is too little."))
  let missing = RunFailure(
    Problem("no such file 'a.csv'", at: Place(file: "/srv/atlas.yaml", line: 4)), kind: .run)
  let later = FailedNights(after: night, missing, of: nil, on: "2026-11-21")
  #expect(
    later.sentences
      == "Before this release the run failed on 2 nights from 2026-11-20 to 2026-11-21 "
      + "(the last time: no such file 'a.csv').")
}

@Test(
  "The next release tells which nights failed, once, and later ones tell it without the reason.")
func tellsFailedNights() throws {
  try withSampleCountry { country in
    try country.run(on: "2026-11-19")
    let good = country.unschooled
    country.unschooled[1] = "many"
    try country.write()
    for day in ["2026-11-20", "2026-11-21", "2026-11-22"] {
      #expect(throws: RunFailure.self) { try country.run(on: day) }
    }
    // A night on which nothing changed since the last release publishes nothing to tell it in.
    country.unschooled = good
    try country.write()
    #expect(try country.run(on: "2026-11-23").isUnchanged)
    country.offline[5] = "20"
    try country.write()
    try country.run(on: "2026-11-24")
    let headline =
      "Before this release the run failed on 3 nights from 2026-11-20 to 2026-11-22 "
      + "(the last time: unschooled.csv)."
    let reason = "'many' is not a number (column 'unschooled')"
    let report = try country.published("changes.md")
    #expect(report.contains("- \(headline) The reason: \(reason)."))
    let json = try country.published("changes.json")
    #expect(json.contains("\"reason\": \"\(reason)\""))
    country.offline[5] = "30"
    try country.write()
    try country.run(on: "2026-11-25")
    let later = try country.published("changes.md")
    #expect(later.contains("- 2026-11-24: \(headline)") && !later.contains("many"))
    #expect(try country.published("changes.json").contains("\"failed_nights\": null"))
  }
}

@Test("Failed nights before the first release are told in it.")
func tellsFailedNightsFirst() throws {
  try withSampleCountry { country in
    country.unschooled[1] = "many"
    try country.write()
    #expect(throws: RunFailure.self) { try country.run(on: "2026-11-20") }
    country.unschooled[1] = "80"
    try country.write()
    try country.run(on: "2026-11-21")
    #expect(
      try country.published("changes.md") == """
        # What changed

        There is no earlier release to compare this one with.

        - Before this release the run failed on 2026-11-20 (unschooled.csv). The reason: \
        'many' is not a number (column 'unschooled').

        """)
  }
}

@Test("No folder of this machine stands in what a release tells of failed nights.")
func tellsNoFolders() throws {
  try withSampleCountry { country in
    try country.run(on: "2026-11-20")
    country.offline[5] = "20"
    try country.write()
    let folder = country.releases
    let lock = try ReleaseLock(folder: folder.url)
    #expect(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
    lock.release()
    try country.run(on: "2026-11-22")
    let report = try country.published("changes.md")
    #expect(
      report.contains(
        "failed on 2026-11-21. The reason: another run (process \(getpid())) is publishing into "
          + "'country'."), "\(report)")
    #expect(!report.contains(country.folder.path))
  }
}
