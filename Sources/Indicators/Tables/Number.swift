internal import Foundation

/// The number that a cell spells, or why it spells none.
///
/// A number is an optional sign, digits without leading zeros, optionally a point with digits,
/// optionally an exponent: `-12.5`, `0.07`, `1.2e6`. Nothing is guessed: neither a comma nor a
/// space, percent sign or spreadsheet formula is read as anything.
public enum NumberText: Sendable, Hashable {
  /// A number within ±(2^53 − 1), correctly rounded to the nearest double.
  case number(Double)
  /// No number: what is wrong (to follow the quoted text), and a remedy.
  case refused(what: String, remedy: String)

  /// Reads the text of a cell.
  public init(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { Self.isNumber($0) }
    guard isPlain, let value = Double(text) else {
      self = NumberFault(text).refusal
      return
    }
    if value.isInfinite {
      self = .refused(what: "is too large a number", remedy: "check the exponent")
    } else if value == 0,
      text.prefix(while: { $0 != "e" && $0 != "E" }).contains(where: {
        ("1"..."9").contains($0)
      })
    {
      self = .refused(what: "is too small a number", remedy: "check the exponent")
    } else if value.magnitude >= 0x1p53 {
      // 2^53 itself is also what the next number is rounded to.
      self = .refused(
        what: "lies beyond 2^53 − 1, up to which every whole number can be told from the next",
        remedy: "give it in thousands or millions")
    } else {
      // No negative zero: it would be printed as one.
      self = .number(value == 0 ? 0 : value)
    }
  }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    func digits() -> Int {
      let start = at
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
      return at - start
    }
    func skip(_ first: UInt8, _ second: UInt8) -> Bool {
      guard at < bytes.count, bytes[at] == first || bytes[at] == second else { return false }
      at += 1
      return true
    }
    _ = skip(UInt8(ascii: "+"), UInt8(ascii: "-"))
    let first = at
    let count = digits()
    if count == 0 || (count > 1 && bytes[first] == UInt8(ascii: "0")) { return false }
    if skip(UInt8(ascii: "."), UInt8(ascii: ".")), digits() == 0 { return false }
    if skip(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = skip(UInt8(ascii: "+"), UInt8(ascii: "-"))
      if digits() == 0 { return false }
    }
    return at == bytes.count
  }
}

/// Ways of writing a number that this project does not read, most telling first.
enum NumberFault: Hashable {
  case empty, spacesAround, formula, spreadsheetError, infinite, notANumber
  case truthValue, invisible(Unicode.Scalar), otherPoint, otherSeparator
  case percent, currency, qualifier, otherMinus, otherDigits
  case decimalComma, thousandsOrDecimalComma, thousandsComma, thousandsSpace, thousandsPoint
  case hexadecimal, leadingZero, barePoint, text

  /// Finds out what is wrong with a text that is no number.
  init(_ text: String) {
    let lower = text.lowercased()
    let scalars = Array(text.unicodeScalars)
    func matches(_ pattern: String) -> Bool {
      lower.range(of: "^(?:" + pattern + ")$", options: .regularExpression) != nil
    }
    let number = #"[+-]?\d+(\.\d*)?(e[+-]?\d+)?"#
    self =
      if scalars.isEmpty { .empty } else if text.trimmingSpaces != text {
        .spacesAround
      } else if let invisible = scalars.first(where: \.properties.isDefaultIgnorableCodePoint) {
        .invisible(invisible)
      } else if matches("true|false") { .truthValue } else if text.hasPrefix("=") {
        .formula
      } else if text.hasPrefix("#") {
        .spreadsheetError
      } else if matches(#"[+-]?(inf|infinity|∞)"#) { .infinite } else if matches(#"[+-]?nan"#) {
        .notANumber
      } else if lower.hasSuffix("%") || lower.hasSuffix("‰") {
        .percent
      } else if scalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) {
        .currency
      } else if matches(#"[−–—‐]\s*\d.*"#) {
        .otherMinus
      } else if scalars.contains(where: { $0.properties.numericType == .decimal && !$0.isASCII }) {
        .otherDigits
      } else if matches(#"[+-]?\d+\x{66B}\d+"#) {
        .otherPoint
      } else if matches(#"[+-]?\d{1,3}(\x{66C}\d{3})+([.\x{66B}]\d+)?"#) {
        .otherSeparator
      } else if matches(#"([<>≤≥~≈±].*|"# + number + #"\s*[*†‡a-d])"#) {
        .qualifier
      } else if matches(#"[+-]?0x[0-9a-f]+"#) {
        .hexadecimal
      } else if matches(#"[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?|[+-]?\d{1,3}(,\d{3})+\.\d+"#) {
        .thousandsComma
      } else if matches(#"[+-]?[1-9]\d{0,2},\d{3}"#) {
        .thousandsOrDecimalComma
      } else if matches(#"[+-]?[\d.]*,\d+"#) {
        .decimalComma
      } else if matches(#"[+-]?\d{1,3}([\s'’_]\d{3})+(\.\d+)?"#) {
        .thousandsSpace
      } else if matches(#"[+-]?\d{1,3}(\.\d{3}){2,}"#) {
        .thousandsPoint
      } else if matches(#"[+-]?0\d+(\.\d*)?"#) {
        .leadingZero
      } else if matches(#"[+-]?(\.\d+|\d+\.)(e[+-]?\d+)?"#) { .barePoint } else { .text }
  }

  var refusal: NumberText {
    switch self {
    case .empty: .refused(what: "is empty", remedy: "write a number")
    case .spacesAround:
      .refused(what: "has spaces around it", remedy: "remove them")
    case .formula:
      .refused(
        what: "is a spreadsheet formula, not a number", remedy: "export values, not formulas")
    case .spreadsheetError:
      .refused(
        what: "is a spreadsheet error, not a number",
        remedy: "mend the formula, or leave the cell empty")
    case .infinite:
      .refused(what: "is infinite", remedy: "write a finite number, or leave the cell empty")
    case .notANumber:
      .refused(
        what: "is not a number", remedy: "leave the cell empty or list it under 'missing'")
    case .truthValue:
      .refused(
        what: "is a truth value, not a number",
        remedy: "write the number that it stands for, or leave the cell empty")
    case .invisible(let scalar):
      .refused(
        what: "has an invisible character in it (\(scalar.codePoint))",
        remedy: "type the number anew; it was copied with the character")
    case .otherPoint:
      .refused(what: "has an Arabic decimal separator (U+066B)", remedy: "write a point")
    case .otherSeparator:
      .refused(
        what: "has an Arabic thousands separator (U+066C)",
        remedy: "write the digits without separators")
    case .percent:
      .refused(
        what: "has a percent sign", remedy: "write the number alone; the unit has its own column")
    case .currency:
      .refused(
        what: "has a currency sign", remedy: "write the number alone; the unit has its own column")
    case .qualifier:
      .refused(
        what: "is a number with a remark",
        remedy: "write the number alone, and the remark in the columns 'flag' and 'note'")
    case .otherMinus:
      .refused(what: "has a dash where a minus belongs", remedy: "write '-'")
    case .otherDigits:
      .refused(what: "is not written in the digits 0–9", remedy: "write the digits 0–9")
    case .decimalComma:
      .refused(what: "has a decimal comma", remedy: "write a point")
    case .thousandsOrDecimalComma:
      .refused(
        what: "has a comma that may separate thousands or decimals",
        remedy: "write thousands without a comma, and decimals with a point")
    case .thousandsComma, .thousandsSpace, .thousandsPoint:
      .refused(what: "has thousands separators", remedy: "write the digits without separators")
    case .hexadecimal: .refused(what: "is hexadecimal", remedy: "write a decimal number")
    case .leadingZero:
      .refused(
        what: "has a leading zero, as a code has", remedy: "check the column, or drop the zero")
    case .barePoint:
      .refused(
        what: "has no digit on one side of its point", remedy: "write '0.5' for '.5', '5' for '5.'")
    case .text:
      .refused(
        what: "is not a number", remedy: "leave the cell empty or list it under 'missing'")
    }
  }
}
