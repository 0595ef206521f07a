import Cartography
import Diagnostics
import Testing

@Suite struct PaletteTests {
  @Test("ColorBrewer's colours are those made for the number of classes.")
  func brewer() throws {
    let five = try Palette(named: "YlOrBr", count: 5).colors.map(\.hex)
    #expect(five == ["#ffffd4", "#fed98e", "#fe9929", "#d95f0e", "#993404"])
    let three = try Palette(named: "YlOrBr", count: 3).colors.map(\.hex)
    #expect(three == ["#fff7bc", "#fec44f", "#d95f0e"])
    #expect(try Palette(named: "RdBu", count: 11).colors.last?.hex == "#053061")
    #expect(try Palette(named: "Blues", count: 2).colors.map(\.hex) == ["#deebf7", "#3182bd"])
  }

  @Test("A continuous map begins and ends with its own ends.")
  func continuous() throws {
    let colors = try Palette(named: "viridis", count: 4).colors.map(\.hex)
    #expect(colors.first == "#440154")
    #expect(colors.last == "#fde725")
    #expect(try Palette(named: "viridis-reversed", count: 4).colors.map(\.hex) == colors.reversed())
  }

  @Test("Every palette gives as many colours as asked, all different.", arguments: Palette.names)
  func counts(name: String) throws {
    for count in 1...9 {
      let colors = try Palette(named: name, count: count).colors
      #expect(colors.count == count)
      #expect(Set(colors).count == count)
    }
  }

  @Test("An unknown palette names the nearest; too many colours name a way out.")
  func problems() {
    #expect(
      throws: Problem(
        "there is no palette 'YlOrBl'", remedy: "did you mean YlOrBr or YlOrRd?")
    ) { try Palette(named: "YlOrBl", count: 5) }
    #expect(
      throws: Problem(
        "palette 'YlOrBr' has no '10' colours",
        remedy: "ask for 1 to 9 classes, or use viridis, cividis or batlow")
    ) { try Palette(named: "YlOrBr", count: 10) }
  }

  @Test("Text stands out from any colour it is set on by 4.5 to 1.", arguments: Palette.names)
  func textContrast(name: String) throws {
    for color in try Palette(named: name, count: 9).colors {
      #expect(color.contrast(with: color.textColor) >= 4.5)
    }
  }

  @Test("Contrast follows WCAG: black on white is 21 to 1, grey 767676 is 4.54.")
  func contrast() {
    #expect(abs(Color(0x000000).contrast(with: .white) - 21) < 1e-9)
    #expect(abs(Color(0x767676).contrast(with: .white) - 4.54) < 0.005)
  }
}
