import Foundation

/// Numbers as people read them: `2,281,951`, `27.1`, `27.1%`.
///
/// Western digits, a decimal point and commas between thousands in every language, so that the
/// versions of a map can be read side by side.
enum NumberText {
  /// `value` with a fixed number of decimals, rounded half to even on its binary value.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let digits = plain(value, decimals: max(0, decimals))
    let hasSign = digits.first == UInt8(ascii: "-")
    let isNegative =
      hasSign && digits.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    let whole = digits.dropFirst(hasSign ? 1 : 0).prefix { $0 != UInt8(ascii: ".") }
    var grouped = isNegative ? Array("−".utf8) : []
    for (index, digit) in zip(whole.indices, whole) {
      if index > whole.startIndex, (whole.endIndex - index) % 3 == 0 {
        grouped.append(UInt8(ascii: ","))
      }
      grouped.append(digit)
    }
    grouped += digits[whole.endIndex...]
    return String(decoding: grouped, as: UTF8.self)
  }

  /// As C prints it with `%.*f`, the sign of a negative number that rounds to zero included.
  ///
  /// Maps hold thousands of numbers, and nearly all of them are such that whole numbers of their
  /// last digit are exact; for those the detour over a format takes ten times as long.
  private static func plain(_ value: Double, decimals: Int) -> [UInt8] {
    let unit = decimals <= 15 ? pow(10, Double(decimals)) : .infinity
    let scaled = value * unit
    guard abs(scaled) < 0x1p52 else { return Array(String(format: "%.\(decimals)f", value).utf8) }
    var rounded = scaled.rounded(.toNearestOrEven)
    // What the product lost decides whether a half is one.
    let rest = (-scaled).addingProduct(value, unit)
    if abs(scaled - rounded) == 0.5, rest != 0 { rounded = (scaled + (rest > 0 ? 0.5 : -0.5)) }
    var left = UInt64(abs(rounded))
    var digits: [UInt8] = []
    repeat {
      if digits.count == decimals, decimals > 0 { digits.append(UInt8(ascii: ".")) }
      digits.append(UInt8(ascii: "0") + UInt8(left % 10))
      left /= 10
    } while left > 0 || digits.count < decimals + (decimals > 0 ? 2 : 1)
    return (value.sign == .minus ? [UInt8(ascii: "-")] : []) + digits.reversed()
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
