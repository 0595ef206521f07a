import TextShaping

extension String {
  /// The text as it may stand among others: where it runs from right to left, numbers and brackets
  /// beside it keep their order (Unicode Standard Annex 9, FIRST STRONG ISOLATE).
  ///
  /// Marks that would turn what stands around it are left out.
  var isolated: String {
    // Only letters from U+0580 on begin with such a byte.
    guard utf8.contains(where: { $0 >= 0xD6 }) else { return self }
    let kept = unicodeScalars.filter { !$0.turnsText }
    let text = String(UnicodeScalarView(kept))
    return kept.contains(where: \.runsFromRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
  }

  /// The same for a text that may hold isolated parts, such as names in a list: those stay.
  var isolatedUnlessInParts: String {
    unicodeScalars.contains("\u{2068}") ? self : isolated
  }
}

extension Unicode.Scalar {
  /// Whether it sets the direction of the text that follows (embeddings, overrides, isolates).
  fileprivate var turnsText: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
