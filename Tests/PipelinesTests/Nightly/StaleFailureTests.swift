import Foundation
import Testing

@testable import Pipelines

@Test("A night on which a source failed counts though the run failed for another reason.")
func countsStaleNightsOfFailures() throws {
  try withSampleCountry { country in
    country.rules = "on_failure: stale"
    try country.write()
    try country.run(on: "2026-11-20")
    try Trouble.badCell.strike(country)
    try country.run(on: "2026-11-21")
    // The other table, which may not fail, fails: the tables met the areas.
    let unschooled = country.folder.appending(path: "unschooled.csv")
    let good = try text(unschooled)
    try "number,unschooled\n1,many\n".write(to: unschooled, atomically: true, encoding: .utf8)
    #expect(throws: RunFailure.self) { try country.run(on: "2026-11-22") }
    #expect(country.releases.lastRun().stale?["offline"]?.nights == 2)
    // The boundaries fail: of a file that is not there it is known all the same.
    try good.write(to: unschooled, atomically: true, encoding: .utf8)
    try Trouble.gone.strike(country)
    let squares = country.folder.appending(path: "squares.geojson")
    let areas = try text(squares)
    try "{".write(to: squares, atomically: true, encoding: .utf8)
    #expect(throws: RunFailure.self) { try country.run(on: "2026-11-23") }
    #expect(throws: RunFailure.self) { try country.run(on: "2026-11-23") }
    // The definition fails: of no source anything is known.
    let definition = try text(country.definitionFile)
    try (definition + "\nwrong: 1\n").write(
      to: country.definitionFile, atomically: true, encoding: .utf8)
    #expect(throws: RunFailure.self) { try country.run(on: "2026-11-24") }
    #expect(
      country.releases.lastRun().stale
        == ["offline": .init(nights: 3, since: "2026-11-21", last: "2026-11-23")])
    try definition.write(to: country.definitionFile, atomically: true, encoding: .utf8)
    try areas.write(to: squares, atomically: true, encoding: .utf8)
    try country.run(on: "2026-11-25")
    #expect(country.releases.lastRun().stale?["offline"]?.nights == 4)
  }
}
