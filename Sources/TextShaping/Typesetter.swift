import CHarfBuzz
import Diagnostics

/// Sets lines of text as shapes of letters, so that a drawing needs no font where it is shown.
///
/// HarfBuzz shapes each stretch of a line in the first font that has its letters: Khmer
/// subscripts and reordered vowels come out as a reader expects them.
public final class Typesetter {
  private let regular: [Typeface]
  private let bold: [Typeface]
  private var usedFaces: Set<Int> = []
  /// Characters that no font has.
  public private(set) var unknown: Set<Unicode.Scalar> = []

  /// The version of HarfBuzz.
  public static var version: String { String(cString: hb_version_string()) }

  /// Opens the fonts that there are.
  ///
  /// - Parameter folder: where they are installed.
  /// - Throws: `Problem` that names the packages of the fonts that maps cannot do without.
  public init(folder: String = FontFile.folder) throws {
    func open(_ file: FontFile) -> Typeface? { Typeface(file, in: folder) }
    regular = FontFile.regular.compactMap(open)
    bold = FontFile.bold.compactMap(open)
    let found = Set((regular + bold).map(\.file))
    let missing = FontFile.needed.filter { !found.contains($0) }
    guard missing.isEmpty else {
      let files = missing.map { "'\($0.path)'" }.joined(separator: " and ")
      let packages = Set(missing.map(\.package)).sorted().joined(separator: " and ")
      throw Problem(
        "there are no letters to draw outlines from: \(files) is not in '\(folder)'",
        remedy: "install the Debian packages \(packages), or leave 'outlined' out of 'formats'")
    }
  }

  /// The fonts that lines were set in so far, in their order.
  public var usedFonts: [FontFile] { usedFaces.sorted().map { face($0).file } }

  /// A line of text as glyphs.
  public func line(_ text: String, isBold: Bool) -> ShapedLine {
    var line = ShapedLine()
    let stretches = stretches(of: text, isBold: isBold)
    // A line that wholly runs from right to left begins at its right end. Lines that mix
    // directions keep the order of their pieces.
    for stretch in text.runsFromRightToLeft ? stretches.reversed() : stretches {
      usedFaces.insert(stretch.face)
      let isDrawnBolder = isBold && stretch.face < regular.count
      let start = line.width
      line.width += face(stretch.face).shape(stretch.text) { glyph, x, y in
        let id = ShapedLine.GlyphID(face: stretch.face, glyph: glyph)
        line.glyphs.append(.init(id: id, x: start + x, y: y))
        // Twice side by side, where there is no bold font.
        if isDrawnBolder { line.glyphs.append(.init(id: id, x: start + x + 28, y: y)) }
      }
    }
    return line
  }

  /// The outline of a glyph as the `d` of an SVG path, in thousandths of the font size; empty for
  /// a space.
  public func outline(_ id: ShapedLine.GlyphID) -> [UInt8] { face(id.face).outline(id.glyph) }

  private func face(_ number: Int) -> Typeface {
    number < regular.count ? regular[number] : bold[number - regular.count]
  }

  /// The text in pieces that one typeface draws.
  private func stretches(of text: String, isBold: Bool) -> [(face: Int, text: String)] {
    let order =
      (isBold ? Array(regular.count..<regular.count + bold.count) : []) + Array(regular.indices)
    var stretches: [(face: Int, text: String)] = []
    for scalar in text.unicodeScalars {
      let last = stretches.last?.face
      let number: Int
      if let last, scalar.joinsTheOneBefore, face(last).has(scalar) {
        number = last
      } else if let first = order.first(where: { face($0).has(scalar) }) {
        number = first
      } else {
        if !scalar.properties.isDefaultIgnorableCodePoint { unknown.insert(scalar) }
        number = last ?? order[0]
      }
      if number == last {
        stretches[stretches.count - 1].text.unicodeScalars.append(scalar)
      } else {
        stretches.append((number, String(scalar)))
      }
    }
    return stretches
  }
}

extension String {
  /// Whether it has letters of scripts that are written from right to left, and no others.
  fileprivate var runsFromRightToLeft: Bool {
    let letters = unicodeScalars.filter { $0.properties.isAlphabetic }
    return !letters.isEmpty
      && letters.allSatisfy { scalar in
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
          0x1E800...0x1EFFF:
          true
        default: false
        }
      }
  }
}

extension Unicode.Scalar {
  /// Whether a character must be drawn by the font of the one before: a mark, or a letter that
  /// stands below another in Khmer.
  fileprivate var joinsTheOneBefore: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
