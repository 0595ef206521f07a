import Testing

@testable import Cartography

@Suite struct ColorVisionTests {
  @Test(
    "CIEDE2000 gives the differences that Sharma, Wu and Dalal print.",
    arguments: [
      (LabColor(l: 50, a: 2.6772, b: -79.7751), LabColor(l: 50, a: 0, b: -82.7485), 2.0425),
      (LabColor(l: 50, a: 0, b: 0), LabColor(l: 50, a: -1, b: 2), 2.3669),
      (LabColor(l: 50, a: 2.5, b: 0), LabColor(l: 50, a: 0, b: -2.5), 4.3065),
      (LabColor(l: 50, a: 2.5, b: 0), LabColor(l: 73, a: 25, b: -18), 27.1492),
      (LabColor(l: 50, a: 2.5, b: 0), LabColor(l: 56, a: -27, b: -3), 31.9030),
      (LabColor(l: 50, a: 2.5, b: 0), LabColor(l: 58, a: 24, b: 15), 19.4535),
      (
        LabColor(l: 60.2574, a: -34.0099, b: 36.2677),
        LabColor(l: 60.4626, a: -34.1751, b: 39.4387), 1.2644
      ),
      (
        LabColor(l: 63.0109, a: -31.0961, b: -5.8663),
        LabColor(l: 62.8187, a: -29.7946, b: -4.0864), 1.2630
      ),
      (
        LabColor(l: 2.0776, a: 0.0795, b: -1.1350), LabColor(l: 0.9033, a: -0.0636, b: -0.5514),
        0.9082
      ),
    ])
  func difference(one: LabColor, other: LabColor, expected: Double) {
    #expect(abs(one.difference(from: other) - expected) < 0.0001)
    #expect(abs(other.difference(from: one) - expected) < 0.0001)
  }

  @Test("White, greys and black stay what they are to every eye.", arguments: ColorVision.allCases)
  func greys(vision: ColorVision) {
    for grey in [Color.white, .black, Color(0x777777)] { #expect(vision(grey) == grey) }
  }

  @Test(
    "Red and green look as the matrices of Machado and others say.",
    arguments: [
      (ColorVision.protanopia, "#635817", "#a49119"), (.deuteranopia, "#928209", "#978838"),
      (.tritanopia, "#fb0020", "#1a9b89"), (.greyscale, "#737373", "#8c8c8c"),
    ])
  func simulated(vision: ColorVision, red: String, green: String) {
    #expect(vision(Color(0xE31A1C)).hex == red)
    #expect(vision(Color(0x33A02C)).hex == green)
  }

  @Test("Red, yellow and green look alike with deuteranopia; what passes is named.")
  func likeness() throws {
    let palette = try Palette(named: "RdYlGn", count: 5)
    let found = palette.likenesses(to: [.normal, .deuteranopia, .tritanopia])
    #expect(found.map(\.vision) == [.deuteranopia])
    #expect(found.first.map { ($0.difference * 10).rounded() / 10 } == 2.1)
    let others = Palette.alternatives(to: "RdYlGn", count: 5, to: [.normal, .deuteranopia])
    #expect(others.first == "BrBG")
    #expect(!others.contains("RdYlGn"))
    #expect(others.contains("viridis"))
  }

  @Test(
    "Every palette that runs from light to dark tells five classes apart, for all and in print.",
    arguments: Palette.names)
  func sequential(name: String) throws {
    let isDiverging =
      ColorBrewer.diverging.contains { $0.name == name } || ["roma", "vik"].contains(name)
    let found = try Palette(named: name, count: 5).likenesses()
    if isDiverging {
      #expect(!found.contains { $0.vision == .normal })
    } else {
      #expect(found.isEmpty)
    }
  }

  @Test("The greys for print tell up to nine classes apart, and run from light to dark.")
  func print() {
    for count in 2...9 {
      let greys = Theme.greys(count)
      #expect(Palette.likenesses(of: greys, below: 5, to: [.greyscale]).isEmpty, "\(count)")
      #expect(greys.map(\.luminance) == greys.map(\.luminance).sorted(by: >))
    }
  }

  @Test("Text stands out from the paper of every theme by 4.5 to 1, lines and bars by 3 to 1.")
  func themes() {
    for theme in [Theme.light, .dark, .print] {
      for text in [theme.ink, theme.quiet, theme.faint] {
        #expect(theme.paper.contrast(with: text) >= 4.5)
      }
      for line in [theme.line, theme.bar, theme.heavy] {
        #expect(theme.paper.contrast(with: line) >= 3)
      }
    }
  }
}
