import Foundation

/// Numbers as people read them: `2,281,951`, `27.1`, `27.1%`.
///
/// Western digits, a decimal point and commas between thousands in every language, so that the
/// versions of a map can be read side by side.
enum NumberText {
  /// `value` with a fixed number of decimals, rounded half to even on its binary value.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let plain = String(format: "%.\(max(0, decimals))f", value)
    let isNegative = plain.hasPrefix("-") && plain.contains { ("1"..."9").contains($0) }
    let digits = plain.drop { $0 == "-" }
    let whole = digits.prefix { $0 != "." }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (isNegative ? "−" : "") + grouped + digits[whole.endIndex...]
  }

  /// As few decimals as tell it from its neighbours within a millionth: `0.05`, `20`.
  static func shortest(_ value: Double) -> String {
    let decimals = (0...6).first {
      abs((value * pow(10, Double($0))).rounded() / pow(10, Double($0)) - value) < 1e-9
    }
    return fixed(value, decimals: decimals ?? 6)
  }

  /// With `%` where the unit is a percentage; other units stand elsewhere.
  static func short(_ value: Double, decimals: Int, unit: String) -> String {
    fixed(value, decimals: decimals) + (unit.hasPrefix("%") ? "%" : "")
  }

  /// A p value or z score: `0.0217`, `< 0.0001`.
  static func probability(_ value: Double) -> String {
    value < 0.0001 ? "< 0.0001" : fixed(value, decimals: 4)
  }

  /// The fewest decimals, from `decimals` up, at which neighbours in `bounds` read differently.
  static func decimals(toTellApart bounds: [Double], from decimals: Int) -> Int {
    for candidate in decimals..<decimals + 6 {
      let texts = bounds.map { fixed($0, decimals: candidate) }
      if zip(zip(bounds, bounds.dropFirst()), zip(texts, texts.dropFirst())).allSatisfy({
        $0.0 == $0.1 || $1.0 != $1.1
      }) {
        return candidate
      }
    }
    return decimals
  }
}
