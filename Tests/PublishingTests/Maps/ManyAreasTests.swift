import Cartography
import Geography
import Indicators
import Testing

@testable import Publishing

struct ManyAreasTests {
  @Test("Thousands of areas share fills, and say their name and value without unit or role.")
  func shared() throws {
    let count = BaseMap.mostDetailedAreas + 1
    let atlas = LatticeAtlas.atlas(
      names: (0..<count).map { ("N\($0)", "N\($0)") },
      cells: (0..<count).map { IndicatorValue(value: Double($0 % 7)) },
      maps: [MapDefinition(id: "v", subject: .indicator("internet_use"), classCount: 1)],
      languages: ["en"])
    let svg = try MapFilesTests.text("maps/v.en.svg", of: atlas)
    #expect(svg.matches(of: /data-area=/).count == count)
    #expect(svg.contains(##"<path data-area="01" aria-label="N0: 0.0%" d="##))
    #expect(!svg.contains("0.0% of people\""))
    // The fill of a class is said once for all its areas.
    #expect(svg.matches(of: /<g fill="#[0-9a-f]{6}">/).count == 1)
    #expect(svg.contains(#"aria-label="0.0% to 6.0%: 2,001""#))
    #expect(svg.contains(">2,001</text>"))
    #expect(!svg.contains(/<path data-area[^>]*(fill|role)=/))
  }
}
