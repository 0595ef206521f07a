import Diagnostics
import Foundation
import Testing

@testable import TextShaping

/// Set in the fonts of Debian's packages fonts-noto-core and fonts-khmeros.
@Suite struct TypesetterTests {
  @Test("A line is as wide as Noto Sans says: H is 741 thousandths, the other letters follow.")
  func latin() throws {
    let typesetter = try Typesetter()
    let line = typesetter.line("HHH", isBold: false)
    #expect(line.width == 3 * 741)
    #expect(line.glyphs.map(\.x) == [0, 741, 1482])
    #expect(Set(line.glyphs.map(\.id)).count == 1)
    #expect(typesetter.usedFonts.map(\.path) == ["noto/NotoSans-Regular.ttf"])
  }

  @Test("A letter is an outline that begins, ends and stands on the line.")
  func outline() throws {
    let typesetter = try Typesetter()
    let line = typesetter.line("I ", isBold: false)
    // The I of Noto Sans is drawn with straight lines only, and a space with nothing.
    let path = String(decoding: typesetter.outline(line.glyphs[0].id), as: UTF8.self)
    #expect(
      path.wholeMatch(of: /m\d+[ \d]+(l-?\d+[- ]\d+)+z/.dotMatchesNewlines()) != nil, "\(path)")
    #expect(typesetter.outline(line.glyphs[1].id).isEmpty)
  }

  @Test("Of words that run from right to left the first one stands at the right end.")
  func rightToLeft() throws {
    let typesetter = try Typesetter()
    let first = Set(typesetter.line("שלום", isBold: false).glyphs.map(\.id))
    let line = typesetter.line("שלום גדג", isBold: false)
    let places = line.glyphs.filter { first.contains($0.id) }.map(\.x)
    let others = line.glyphs.filter { !first.contains($0.id) }.map(\.x)
    #expect(try #require(places.min()) > #require(others.max()))
    // Within a line of another direction the words keep that order, and their place.
    let mixed = typesetter.line("I שלום גדג I", isBold: false)
    let letter = try #require(typesetter.line("I", isBold: false).glyphs.first?.id)
    let ends = mixed.glyphs.filter { $0.id == letter }.map(\.x)
    let name = mixed.glyphs.filter { first.contains($0.id) }.map(\.x)
    #expect(ends.count == 2 && ends[0] < (name.min() ?? 0) && ends[1] > (name.max() ?? 0))
    #expect(
      try #require(name.min())
        > #require(
          mixed.glyphs.filter { !first.contains($0.id) && $0.x > ends[0] && $0.x < ends[1] }
            .dropFirst().dropLast().map(\.x).min()))
  }

  @Test("Khmer is shaped: a subscript takes no room of its own, a vowel goes before its letter.")
  func khmer() throws {
    let typesetter = try Typesetter()
    let plain = typesetter.line("ក", isBold: false)
    let stacked = typesetter.line("ក្ក", isBold: false)
    #expect(stacked.width < 2 * plain.width)
    #expect(stacked.glyphs.count < 3)
    let vowel = typesetter.line("កេ", isBold: false)
    #expect(vowel.glyphs.last?.id == plain.glyphs.first?.id)
    #expect(typesetter.usedFonts.map(\.path) == ["khmeros/KhmerOS.ttf"])
    #expect(typesetter.usedFonts.map(\.licence) == ["LGPL-2.1-or-later"])
  }

  @Test("Each stretch of a line is set in the first font that has its letters.")
  func stretches() throws {
    let typesetter = try Typesetter()
    let line = typesetter.line("Kep កែប 12 ▲", isBold: false)
    var faces: [Int] = []
    for glyph in line.glyphs where glyph.id.face != faces.last { faces.append(glyph.id.face) }
    #expect(faces == [0, 1, 0, 2])
    #expect(line.glyphs.map(\.x) == line.glyphs.map(\.x).sorted())
    #expect(typesetter.unknown.isEmpty)
  }

  @Test("Bold Latin has a font of its own; bold Khmer is drawn twice side by side.")
  func bold() throws {
    let typesetter = try Typesetter()
    #expect(typesetter.line("H", isBold: true).width > 741)
    let (plain, bold) = (
      typesetter.line("ក", isBold: false), typesetter.line("ក", isBold: true)
    )
    #expect(bold.width == plain.width)
    #expect(bold.glyphs.map(\.x) == [0, 28])
  }

  @Test("Letters that no font has are told, and nothing breaks.")
  func unknown() throws {
    let typesetter = try Typesetter()
    let line = typesetter.line("a\u{E000}\u{1F600}", isBold: false)
    #expect(typesetter.unknown.contains("\u{E000}"))
    #expect(line.glyphs.count == 3)
  }

  @Test("Missing fonts are named with their packages.")
  func missing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let problem = #expect(throws: Problem.self) { _ = try Typesetter(folder: folder.path) }
    #expect(
      problem
        == Problem(
          "there are no letters to draw outlines from: 'noto/NotoSans-Regular.ttf' and "
            + "'khmeros/KhmerOS.ttf' and 'noto/NotoSans-Bold.ttf' is not in '\(folder.path)'",
          remedy: "install the Debian packages fonts-khmeros and fonts-noto-core, or leave "
            + "'outlined' out of 'formats'"))
  }
}
