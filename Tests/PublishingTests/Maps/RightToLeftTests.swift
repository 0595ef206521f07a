import Cartography
import Geography
import Testing

@testable import Publishing

struct RightToLeftTests {
  @Test("A text that runs from right to left is isolated from what stands beside it.")
  func isolated() {
    #expect("القاهرة".isolated == "\u{2068}القاهرة\u{2069}")
    #expect("חיפה 2".isolated == "\u{2068}חיפה 2\u{2069}")
    #expect("Phnom Penh".isolated == "Phnom Penh")
    #expect("រាជធានីភ្នំពេញ".isolated == "រាជធានីភ្នំពេញ")
  }

  @Test("Marks that turn the text behind them are left out.")
  func marks() {
    #expect("A\u{202E}B".isolated == "AB")
    #expect("A\u{2068}\u{202E}B\u{2069}\u{2069}".isolated == "AB")
    #expect("ا\u{2069}ب".isolated == "\u{2068}اب\u{2069}")
  }

  @Test("Names in a sentence are isolated one by one, the sentence is not.")
  func sentences() {
    let words = Words(language: "en")
    let names = words.list(["القاهرة", "الجيزة"].map(\.isolated))
    #expect(
      words(.worst, ["title": "Divide", "areas": names])
        == "Divide: worst off are \u{2068}القاهرة\u{2069} and \u{2068}الجيزة\u{2069}")
    #expect(
      words(.same, ["title": "دخل", "value": "4"]) == "\u{2068}دخل\u{2069}: 4 everywhere")
  }

  @Test("A line that ends within a name closes its isolate, and the next one opens it anew.")
  func lines() {
    let text = "(1.5) \u{2068}مدينة نصر\u{2069} (2.5)"
    let lines = LineBreaker.lines(of: text, width: 75, size: 12)
    #expect(lines == ["(1.5) \u{2068}مدينة\u{2069}", "\u{2068}نصر\u{2069} (2.5)"])
  }

  @Test("An area's name is drawn in isolation, whatever marks it brings.")
  func drawn() throws {
    var names = LatticeAtlas.names
    names[0].0 = "A\u{202E}القاهرة"
    let svg = try MapFilesTests.text(
      "maps/internet_use.en.svg", of: LatticeAtlas.atlas(names: names))
    #expect(svg.contains(#"aria-label="\#u{2068}Aالقاهرة\#u{2069}: "#))
    #expect(!svg.contains("\u{202E}"))
  }
}
