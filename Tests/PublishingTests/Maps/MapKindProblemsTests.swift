import Diagnostics
import Foundation
import Geography
import Indicators
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct MapKindProblemsTests {
  @Test("What cannot be drawn is refused with its name and a remedy.")
  func problems() {
    func map(_ subject: MapDefinition.Subject, _ classification: String = "quantile")
      -> MapDefinition
    {
      MapDefinition(id: "m", subject: subject, classification: classification)
    }
    let cases: [(MapDefinition.Subject, Problem)] = [
      (
        .evidence(["internet_us"]),
        Problem(
          "map 'm': there is no indicator 'internet_us'", remedy: "did you mean internet_use?")
      ),
      (
        .tiles("divid"),
        Problem(
          "map 'm': there is no indicator 'divid'",
          remedy: "use one of internet_use, migrants, people, poverty")
      ),
      (
        .multiples(["migrants", "internet_use"]),
        Problem(
          "map 'm': 'Migrants' and 'Internet use' cannot share classes",
          remedy: "take measures of one unit with the same direction")
      ),
    ]
    for (subject, problem) in cases {
      #expect(KindsAtlas.problem(map(subject)) == [problem])
    }
    let none = KindsAtlas.atlas(people: KindsAtlas.people.map { _ in IndicatorValue(value: 0) })
    #expect(
      KindsAtlas.problem(map(.symbols(size: "people", color: nil)), none) == [
        Problem(
          "map 'm': no area has a size above 0",
          remedy: "take an indicator with values for 'size'")
      ])
    var below = KindsAtlas.people
    below[0].value = -2.5
    #expect(
      KindsAtlas.problem(
        map(.cartogram("divide", size: "people")), KindsAtlas.atlas(people: below)) == [
          Problem(
            "map 'm': '−2.5' cannot be the size of a circle",
            remedy: "take an indicator without negative values for 'size'")
        ])
    #expect(
      KindsAtlas.problem(map(.bivariate("people", "migrants"), "pretty")) == [
        Problem(
          "map 'm': 'pretty' makes 2 classes of two measures that need three",
          remedy: "use 'quantile', 'fisher-jenks' or 'equal'")
      ])
  }

  @Test("More areas than one shape each can show are refused.")
  func tooMany() {
    #expect(
      throws: Problem(
        "map 'm': '2001' areas are too many for one shape each",
        remedy: "use a map kind that keeps the boundaries, or at most 2000 areas")
    ) {
      try MapDefinition(id: "m", subject: .tiles("x")).check(areaCount: 2001, limit: 2000)
    }
  }

  @Test("Hostile names come out escaped in every kind, and every drawing is well-formed.")
  func hostile() throws {
    var atlas = KindsAtlas.atlas()
    atlas.layer = AreaLayer(
      atlas.layer.areas.enumerated().map { index, area in
        var area = area
        let names = ["<script>x</script>", "\"'&<b>", "\u{0}\u{1B}", "\u{202E}مرحبا", ""]
        area.name = LocalizedText(["en": index < 5 ? names[index] : area.label(in: "en")])
        return area
      })
    for (path, file) in try KindsAtlas.files(atlas) where path.hasSuffix(".svg") {
      #expect(XMLParser(data: Data(file.bytes)).parse(), "\(path)")
      #expect(!file.text.contains("<script"))
    }
  }
}
