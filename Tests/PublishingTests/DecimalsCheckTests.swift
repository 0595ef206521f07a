import Diagnostics
import GDALAccess
import Geography
import Publishing
import Testing

@Suite("Coordinates of few decimals")
struct DecimalsCheckTests {
  /// The sample with islands `side` degrees wide before five of its coasts.
  private func atlas(islandsOf side: Double, count: Int = 5) -> Atlas {
    var atlas = SampleAtlas.atlas
    atlas.layer = AreaLayer(
      atlas.layer.areas.enumerated().map { order, area in
        var area = area
        if order < count {
          area.polygons.append(
            Polygon(exterior: SampleAtlas.square(110.0001 + Double(order), 11.0001, side)))
        }
        return area
      })
    return atlas
  }

  private func problem(_ atlas: Atlas, decimals: Int) -> String? {
    do {
      let place = Place(file: "a.yaml", line: 3, column: 24)
      var options = FileOptions(coordinateDecimals: decimals)
      options.coordinateDecimalsPlace = place
      _ = try publishedFiles(of: atlas, options: options)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("Islands that would become a point are refused, with the fewest decimals that keep them.")
  func islands() {
    #expect(
      problem(atlas(islandsOf: 0.0002), decimals: 3)
        == "a.yaml:3:24: with 3 decimals 5 of 6 squares would be no valid polygons, or vanish in "
        + "part: 'North \"West\"' (01), 'North\nMiddle' (02), '<script>alert(1)</script>' (03) "
        + "and 2 more; write 4")
    #expect(problem(atlas(islandsOf: 0.0002), decimals: 4) == nil)
    #expect(
      problem(atlas(islandsOf: 0.0000002, count: 1), decimals: 5)
        == "a.yaml:3:24: with 5 decimals 1 of 6 squares would be no valid polygons, or vanish in "
        + "part: 'North \"West\"' (01); write 7")
  }

  @Test("What stays valid is published with three decimals.")
  func valid() {
    #expect(problem(SampleAtlas.atlas, decimals: 3) == nil)
  }

  @Test("A polygon that is not valid to begin with is not blamed on the decimals.")
  func invalidBefore() {
    let crossed = Polygon(exterior: Ring([[0, 0], [2, 2], [2, 0], [0, 2.5], [0, 0]]))
    let layer = AreaLayer([Area(code: "01", name: LocalizedText(), polygons: [crossed])])
    #expect(layer.areasSpoiled(byDecimals: 3) == [])
  }
}
