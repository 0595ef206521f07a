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
    var thousandths = 0
    var isSubscript = false
    for scalar in text.unicodeScalars {
      thousandths += advance(of: scalar, isSubscript: isSubscript, isBold: isBold)
      isSubscript = scalar == KhmerCluster.coeng
    }
    return Double(thousandths) / 1000 * size
  }

  private static func advance(
    of scalar: Unicode.Scalar, isSubscript: Bool, isBold: Bool
  ) -> Int {
    let code = scalar.value
    if code < 0x250 || (0x2000..<0x2300).contains(code) {
      let latin = isBold ? AdvanceWidths.latinBold : AdvanceWidths.latin
      if let width = latin[code] { return Int(width) }
    }
    if (0x1780..<0x1800).contains(code) {
      let table =
        isSubscript
        ? AdvanceWidths.khmerSubscript
        : (KhmerCluster.continues(scalar) ? AdvanceWidths.khmerSign : AdvanceWidths.khmerBase)
      let width = Int(table[code] ?? 0)
      return isBold ? width * 107 / 100 : width
    }
    return unlisted(scalar)
  }

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
