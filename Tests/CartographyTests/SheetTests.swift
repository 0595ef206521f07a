import Geography
import Testing

@testable import Cartography

@Suite struct SheetTests {
  /// Four areas in a row, the last one tiny.
  private static let ground = Ground(
    areas: [(0.0, 150.0), (150, 300), (300, 390), (390, 400)].map { low, high in
      [
        Polygon(
          exterior: Ring([
            Coordinate(low * 1000, 0), Coordinate(high * 1000, 0),
            Coordinate(high * 1000, (high - low) * 1000),
            Coordinate(low * 1000, (high - low) * 1000),
            Coordinate(low * 1000, 0),
          ]))
      ]
    })

  private static func sheet(fills: [Fill]) -> MapSheet {
    MapSheet(
      id: "a-en", language: "en", headline: "Headline", subtitle: "Subtitle",
      description: "Description", areasLabel: "Areas",
      areas: fills.indices.map {
        MapArea(
          code: "0\($0 + 1)", name: "Area \($0 + 1)", value: "\($0)",
          description: "Area \($0 + 1): \($0)",
          fill: fills[$0])
      },
      legend: Legend(label: "Legend", title: "Class", classes: [], othersTitle: "", others: []),
      notes: [], credits: [])
  }

  private static let svg: String = {
    let format = SheetFormat.desktop
    let base = BaseMap(ground, format: format)
    let fills: [Fill] = [.color(.white), .color(.black), .color(Color(0x888888)), .pattern(.water)]
    return String(decoding: sheet(fills: fills).svg(on: base, format: format), as: UTF8.self)
  }()

  @Test("Each area is one element with its code; its copies in an inset carry another attribute.")
  func insetCopies() {
    for code in 1...4 {
      #expect(SheetTests.svg.components(separatedBy: "data-area=\"0\(code)\"").count == 2)
    }
    #expect(SheetTests.svg.contains("data-inset=\"04\""))
    #expect(!SheetTests.svg.contains("data-inset=\"01\""))
  }

  @Test("The inset names its area, says how much larger it is, and shows the value.")
  func insetCaption() {
    #expect(SheetTests.svg.contains("Area 4</text>"))
    #expect(SheetTests.svg.contains(">×"))
    #expect(SheetTests.svg.contains(">3</text>"))
  }

  @Test("A dark line on a pale one stands out from every fill by 3 to 1, one or the other.")
  func lines() {
    let dark = Theme.light.outline(isHeavy: false).color
    for grey in 0..<256 {
      let fill = Color(UInt32(grey) * 0x10101)
      #expect(max(fill.contrast(with: dark), fill.contrast(with: .white)) >= 3)
    }
    #expect(SheetTests.svg.contains("stroke=\"#ffffff\" stroke-width=\"2\""))
    #expect(SheetTests.svg.contains("stroke=\"\(dark.hex)\" stroke-width=\"0.7\""))
  }

  @Test("No text is smaller than 11 pixels.", arguments: [SheetFormat.desktop, .phone])
  func sizes(format: SheetFormat) throws {
    let base = BaseMap(SheetTests.ground, format: format)
    let fills = [Fill](repeating: .color(.white), count: 4)
    let svg = String(
      decoding: SheetTests.sheet(fills: fills).svg(on: base, format: format), as: UTF8.self)
    for match in svg.matches(of: /font-size="([0-9.]+)"/) {
      #expect(try #require(Double(match.output.1)) >= 11)
    }
  }

  @Test("A headline is set in lines of about the same length.")
  func balanced() {
    let text = "One two three four five six seven eight nine ten"
    let plain = TextBlock(text, width: 300, size: 20, isBold: true)
    let block = TextBlock(balanced: text, width: 300, size: 20, limit: 5)
    #expect(block.lines.count == plain.lines.count)
    func spread(_ block: TextBlock) -> Double {
      let widths = block.lines.map { TextMeasure.width(of: $0, size: 20, isBold: true) }
      return (widths.max() ?? 0) - (widths.min() ?? 0)
    }
    #expect(spread(block) < spread(plain))
  }
}
