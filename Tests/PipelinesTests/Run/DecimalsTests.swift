import Testing

@testable import Pipelines

@Test("Coordinates too coarse for an area are refused where the definition asks for them.")
func coarseCoordinates() throws {
  try withSampleCountry { country in
    country.squares[4].shift = 9_990
    country.settings = "publish: {coordinate_decimals: 3}"
    try country.write()
    let failure = try #require(throws: RunFailure.self) { try country.run() }
    #expect(
      failure.problems.map(\.description) == [
        "\(country.definitionFile.path):2:32: with 3 decimals 1 of 9 areas would be no valid polygons, or vanish in "
          + "part: 'Square 5' (5); write 4"
      ])
    #expect(failure.exitCode == 2)
    country.settings = "publish: {coordinate_decimals: 4}"
    try country.write()
    try country.run()
  }
}
