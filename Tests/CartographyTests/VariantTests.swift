import Foundation
import Geography
import RegexBuilder
import Testing
import TextShaping

@testable import Cartography

@Suite struct VariantTests {
  private static let ground = Ground(areas: CrookedLattice(side: 3, edgeVertices: 8).areas)

  private static func sheet(_ classes: [Fill], name: String = "កែប") -> MapSheet {
    MapSheet(
      id: "m-km", language: "km", headline: "Headline ស្រុក", subtitle: "% នៃប្រជាជន",
      description: "A map.", areasLabel: "Provinces",
      areas: (0..<9).map {
        MapArea(
          code: "\($0)", name: name, value: "\($0)", description: "Area \($0)",
          fill: classes[$0 % classes.count])
      },
      legend: Legend(
        label: "Legend", title: "Class", classes: classes.map { Legend.Row(fill: $0, text: "x") },
        othersTitle: "Other",
        others: [
          Legend.Row(
            fill: .pattern(Pattern(.rising, Color(0x8A8A8A), on: Color(0xFAFAFA))), text: "y")
        ]),
      notes: ["A note."], credits: ["Source"])
  }

  private static func draw(
    _ classes: [Fill], _ theme: Theme = .light, typesetter: Typesetter? = nil, name: String = "កែប"
  ) -> String {
    let bases = BaseMaps(ground)
    let format = SheetFormat.desktop.colored(theme)
    let drawn = bases.draw([sheet(classes, name: name)], in: format, typesetter: typesetter)
    return String(decoding: drawn.drawings[0], as: UTF8.self)
  }

  private static let oranges: [Fill] = [0xFFFFD4, 0xFE9929, 0x993404].map { .color(Color($0)) }

  @Test("On black, classes keep their colours, and what is not known turns dark.")
  func dark() {
    let svg = Self.draw(Self.oranges, .dark)
    for color in ["#ffffd4", "#fe9929", "#993404"] { #expect(svg.contains("fill=\"\(color)\"")) }
    #expect(svg.contains("height=\"100%\" fill=\"#15181c\""))
    #expect(!svg.contains("#fafafa"))
    #expect(!svg.contains("#1a1a1a"))
  }

  @Test("In print, plain classes are greys from light to dark as their colours were.")
  func print() {
    let svg = Self.draw(Self.oranges, .print)
    let greys = Theme.greys(3).map(\.hex)
    for (number, grey) in greys.enumerated() {
      #expect(
        svg.contains(
          "data-area=\"\(number)\" role=\"img\" aria-label=\"Area \(number)\" fill=\"\(grey)\""))
    }
    let colors = Set(svg.matches(of: /#[0-9a-f]{6}/).map { String($0.output) })
    for color in colors {
      #expect(color.dropFirst().prefix(2) == color.suffix(2), "\(color) is no grey")
    }
    let reversed = Self.draw(Self.oranges.reversed(), .print)
    #expect(
      reversed.contains("data-area=\"0\" role=\"img\" aria-label=\"Area 0\" fill=\"\(greys[2])\""))
  }

  @Test("Outlined, a drawing holds no text, every shape once, and says the same to a reader.")
  func outlined() throws {
    let svg = Self.draw(Self.oranges, typesetter: try Typesetter())
    #expect(!svg.contains("<text") && !svg.contains("<tspan"))
    for part in [
      "<title id=\"m-km-title\">Headline ស្រុក</title>", "<desc id=\"m-km-desc\">A map.</desc>",
      "aria-label=\"% នៃប្រជាជន\"", "aria-label=\"A note.\"", "aria-label=\"Source\"",
      "aria-label=\"Area 8\"",
    ] { #expect(svg.contains(part), "\(part)") }
    let defined = svg.matches(of: /<path id="(m-km-\d+g\d+)"/).map { String($0.output.1) }
    let used = svg.matches(of: /<use href="#(m-km-\d+g\d+)"/).map { String($0.output.1) }
    #expect(Set(defined).count == defined.count)
    #expect(Set(used) == Set(defined))
    #expect(isClosed(svg))
  }

  @Test("Outlined, the halo of a name lies under all its letters.")
  func halo() throws {
    let svg = Self.draw(Self.oranges, typesetter: try Typesetter(), name: "AB")
    let halo = /<g fill="none" stroke="#993404" [^>]+>(<use[^>]+>\n){2}<\/g>\n/
    let letters = /<g fill="#ffffff">(<use[^>]+>\n){2}<\/g>/
    #expect(
      svg.firstMatch(
        of: Regex {
          halo; letters
        }) != nil)
  }

  /// Whether every element is closed; enough for what a writer with a stack can get wrong.
  private func isClosed(_ svg: String) -> Bool {
    svg.matches(of: /<[a-z]+(\s[^>]*[^\/])?>/).count == svg.matches(of: /<\/[a-z]+>/).count
  }
}
