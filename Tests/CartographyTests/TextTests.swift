import Testing

@testable import Cartography

@Suite struct TextTests {
  @Test("Latin widths are the sum of Noto Sans's advances.")
  func latin() {
    // A 639, v 508 in thousandths of the size.
    #expect(TextMeasure.width(of: "Av", size: 10) == 11.47)
    #expect(
      TextMeasure.width(of: "Av", size: 10, isBold: true) > TextMeasure.width(of: "Av", size: 10))
  }

  @Test(
    "A Khmer subscript adds nothing where it stands below, and its width where it stands beside.")
  func subscripts() {
    func width(_ text: String) -> Double { TextMeasure.width(of: text, size: 1000) }
    #expect(width("\u{1780}\u{17D2}\u{1780}") == width("\u{1780}"))
    #expect(width("\u{1780}\u{17D2}\u{179A}") == width("\u{1780}") + 378)
    #expect(width("\u{1780}\u{17C6}") == width("\u{1780}"))
  }

  @Test("Khmer is cut between clusters, never before a subscript or a vowel.")
  func clusters() {
    #expect(KhmerCluster.pieces(of: "ស្ត្រីនៅកែប") == ["ស្ត្រី", "នៅ", "កែ", "ប"])
  }

  @Test("Lines break at spaces and zero-width spaces, and fit.")
  func breaking() {
    #expect(
      LineBreaker.lines(of: "one two three", width: 60, size: 14) == ["one two", "three"])
    #expect(LineBreaker.lines(of: "a\u{200B}b c", width: 1000, size: 14) == ["ab c"])
    #expect(LineBreaker.lines(of: "a 10\u{A0}km", width: 45, size: 14) == ["a", "10\u{A0}km"])
    #expect(LineBreaker.lines(of: "  ", width: 100, size: 14).isEmpty)
  }

  @Test("A word too long for a line is cut by clusters, and each line fits.")
  func longWord() {
    let text = String(repeating: "ស្ត្រី", count: 40)
    let lines = LineBreaker.lines(of: text, width: 90, size: 14)
    #expect(lines.joined() == text)
    for line in lines {
      #expect(TextMeasure.width(of: line, size: 14) <= 90)
      #expect(line.unicodeScalars.first == "ស")
    }
  }

  @Test("More lines than wanted end with an ellipsis that fits.")
  func limit() {
    let lines = LineBreaker.lines(of: "one two three four five", width: 60, size: 14, limit: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("…"))
    #expect(TextMeasure.width(of: lines[1], size: 14) <= 60)
  }
}
