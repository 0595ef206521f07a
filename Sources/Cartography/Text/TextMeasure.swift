/// How wide text runs, known without any font at hand.
///
/// A line's width is the sum of its letters' advances in Noto Sans and of its Khmer clusters'
/// parts in the wider of Noto Sans Khmer and Khmer OS. The sum of parts never falls short of the
/// shaped cluster, so what is laid out with it fits. Scripts that are not in the table count
/// 600 thousandths a letter, East Asian wide ones and geometric shapes 1000, marks nothing.
public enum TextMeasure {
  /// Width of one line in units of `size`, the font size.
  public static func width(
    of text: some StringProtocol, size: Double, isBold: Bool = false
  ) -> Double {
    width(ofThousandths: thousandths(of: text, isBold: isBold), size: size)
  }

  /// The same in thousandths of the font size, which add up over pieces of a line.
  static func thousandths(of text: some StringProtocol, isBold: Bool) -> Int {
    var sum = 0
    var isSubscript = false
    for scalar in text.unicodeScalars {
      sum += advance(of: scalar, isSubscript: isSubscript, isBold: isBold)
      isSubscript = scalar == KhmerCluster.coeng
    }
    return sum
  }

  /// A width in units of `size`.
  static func width(ofThousandths thousandths: Int, size: Double) -> Double {
    Double(thousandths) / 1000 * size
  }

  private static func advance(
    of scalar: Unicode.Scalar, isSubscript: Bool, isBold: Bool
  ) -> Int {
    let code = scalar.value
    if code < 0x250 || (0x2000..<0x2300).contains(code) {
      if let width = (isBold ? latinBold : latin)[code] { return width }
    }
    if (0x1780..<0x1800).contains(code) {
      let table =
        isSubscript
        ? khmerSubscript : (KhmerCluster.continues(scalar) ? khmerSign : khmerBase)
      let width = table[code] ?? 0
      return isBold ? width * 107 / 100 : width
    }
    return unlisted(scalar)
  }

  private static let latin = WidthTable(AdvanceWidths.latin)
  private static let latinBold = WidthTable(AdvanceWidths.latinBold)
  private static let khmerBase = WidthTable(AdvanceWidths.khmerBase)
  private static let khmerSubscript = WidthTable(AdvanceWidths.khmerSubscript)
  private static let khmerSign = WidthTable(AdvanceWidths.khmerSign)

  private static func unlisted(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default: isWide(scalar.value) ? 1000 : 600
    }
  }

  private static func isWide(_ code: UInt32) -> Bool {
    (0x1100..<0x1160).contains(code) || (0x2E80..<0xA4D0).contains(code)
      || (0x25A0..<0x2600).contains(code) || (0xAC00..<0xD7A4).contains(code)
      || (0xF900..<0xFB00).contains(code)
      || (0xFF00..<0xFF61).contains(code) || (0x1F300..<0x1FB00).contains(code)
      || (0x20000..<0x40000).contains(code)
  }
}

/// Widths by Unicode scalar without hashing: every letter of every map is looked up.
private struct WidthTable: Sendable {
  private let first: UInt32
  /// −1 where there is none.
  private let widths: [Int16]

  init(_ listed: [UInt32: UInt16]) {
    let (first, last) = (listed.keys.min() ?? 0, listed.keys.max() ?? 0)
    self.first = first
    widths = (first...last).map { listed[$0].map(Int16.init) ?? -1 }
  }

  subscript(_ code: UInt32) -> Int? {
    let place = Int(code) - Int(first)
    guard widths.indices.contains(place), widths[place] >= 0 else { return nil }
    return Int(widths[place])
  }
}
