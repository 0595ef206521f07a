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
    for stretch in inOrder(stretches(of: text, isBold: isBold)) {
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

/// The pieces of a line from left to right: pieces that run from right to left, and the spaces
/// between them, the other way round. The rest of what bidirectional text asks for is left out.
private func inOrder(_ stretches: [(face: Int, text: String)]) -> [(face: Int, text: String)] {
  var ordered: [(face: Int, text: String)] = []
  var run: [(face: Int, text: String)] = []
  // What may still turn out to stand between two pieces of a run.
  var between: [(face: Int, text: String)] = []
  for stretch in stretches {
    if stretch.text.unicodeScalars.contains(where: \.runsFromRightToLeft) {
      run += between + [stretch]
      between = []
    } else if !run.isEmpty,
      !stretch.text.unicodeScalars.contains(where: {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    {
      between.append(stretch)
    } else {
      ordered += run.reversed() + between + [stretch]
      (run, between) = ([], [])
    }
  }
  return ordered + run.reversed() + between
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
