/// The smallest piece of Khmer writing that may stand alone on a line: a letter with its
/// subscripts, vowels and signs. Unicode's own grapheme clusters tear subscripts off.
enum KhmerCluster {
  /// The sign that turns the consonant after it into a subscript.
  static let coeng: Unicode.Scalar = "\u{17D2}"

  /// Whether this scalar belongs to the cluster before it whatever that is.
  static func continues(_ scalar: Unicode.Scalar) -> Bool {
    (0x17B4...0x17D3).contains(scalar.value) || scalar.value == 0x17DD
  }

  /// The text cut into pieces that must not be torn: Khmer clusters, and other characters.
  static func pieces(of text: some StringProtocol) -> [String] {
    var pieces: [String] = []
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let joins =
        continues(scalar) || previous == coeng
        || scalar.properties.generalCategory == .nonspacingMark
      if !joins, !scalars.isEmpty {
        pieces.append(String(scalars))
        scalars = String.UnicodeScalarView()
      }
      scalars.append(scalar)
      previous = scalar
    }
    if !scalars.isEmpty { pieces.append(String(scalars)) }
    return pieces
  }
}
