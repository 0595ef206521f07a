import Diagnostics
import Foundation
import Testing

@testable import Pipelines

@Suite("The geometry of maps")
struct MapGeometryTests {
  private func problems(of country: SampleCountry) -> [String] {
    do {
      try country.run()
      return []
    } catch {
      return (error as? RunFailure)?.problems.map {
        $0.description.replacing(country.folder.path + "/", with: "")
      } ?? ["\(error)"]
    }
  }

  @Test("A declared projection is that of every map, and stands in the credits.")
  func declared() throws {
    try withTemporaryFolder { folder in
      var country = try SampleCountry(in: folder)
      country.settings = "maps: {projection: EPSG:32631}"
      try country.write()
      try country.run()
      let page = try country.published("maps/divide.en.html")
      #expect(page.contains("WGS 84 / UTM zone 31N (EPSG:32631)"))
      country.settings = ""
      try country.write()
      try country.run()
      let fitting = try country.published("maps/divide.en.html")
      #expect(fitting.contains("Lambert azimuthal equal-area projection"))
    }
  }

  @Test(
    "A projection that PROJ does not know, or that has no room for an area, is refused in place.")
  func refused() throws {
    try withTemporaryFolder { folder in
      var country = try SampleCountry(in: folder)
      country.settings = "maps: {projection: EPSG:99}"
      try country.write()
      let line =
        try #require(
          try String(contentsOf: country.definitionFile, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.hasPrefix("maps:") }) + 1
      #expect(
        problems(of: country) == [
          "country.yaml:\(line):20: 'EPSG:99' is not a projection that PROJ knows; give an "
            + "authority's code, such as 'EPSG:32648', or a string that begins with '+proj='"
        ])
      country.settings = "maps: {projection: +proj=gnom +lat_0=-45 +lon_0=-177}"
      try country.write()
      #expect(
        problems(of: country) == [
          "country.yaml:\(line):20: an area does not fit into the projection "
            + "'+proj=gnom +lat_0=-45 +lon_0=-177'; give a projection for this part of the world, "
            + "or leave it out"
        ])
    }
  }

  @Test("Slivers between areas are closed on maps where asked for, told, and left in the data.")
  func slivers() throws {
    try withTemporaryFolder { folder in
      var country = try SampleCountry(in: folder)
      // A gap of 5 m beside a side of 10 km.
      country.squares[4].shift = 5
      country.settings = "maps: {slivers: 60000}"
      try country.write()
      let closed = try country.run()
      let stage = try #require(closed.stages.first { $0.stage == "maps and files" })
      #expect(stage.outcome.contains("1 sliver of 50040 m² closed"), "\(stage.outcome)")
      // And an overlap as wide, of more than is asked for.
      country.squares[4].shift = -5
      country.settings = "maps: {slivers: 40000}"
      try country.write()
      let left = try country.run()
      #expect(
        left.warnings.map(\.description).filter { $0.contains("overlap") } == [
          "'Square 4' and 'Square 5' overlap by 50040 m², more than the 40000 m² of 'slivers'; correct the "
            + "boundaries, or allow more"
        ])
    }
  }
}
