import Testing

@testable import Indicators

private let beyond =
  "lies beyond 2^53 − 1, up to which every whole number can be told from the next; "
  + "give it in thousands or millions"

@Suite struct NumberTests {
  @Test(
    "Plain numbers are read to the nearest double.",
    arguments: [
      ("0", 0.0), ("-0", 0.0), ("+7", 7.0), ("12.50", 12.5), ("0.07", 0.07), ("1e3", 1000.0),
      ("1.5E-3", 0.0015), ("9007199254740991", 9_007_199_254_740_991.0), ("15552211", 15_552_211),
      ("0.0", 0.0), ("0e5", 0.0),
    ])
  func numbers(text: String, value: Double) {
    #expect(NumberText(text) == .number(value))
  }

  @Test(
    "Everything else is refused by its name.",
    arguments: [
      (" 5", "has spaces around it; remove them"),
      ("5\u{00A0}", "has spaces around it; remove them"),
      ("3,5", "has a decimal comma; write a point"),
      ("0,123", "has a decimal comma; write a point"),
      ("1.234,5", "has a decimal comma; write a point"),
      (
        "1,234",
        "has a comma that may separate thousands or decimals; "
          + "write thousands without a comma, and decimals with a point"
      ),
      ("1,234,567", "has thousands separators; write the digits without separators"),
      ("1,234.5", "has thousands separators; write the digits without separators"),
      ("1 234", "has thousands separators; write the digits without separators"),
      ("1'234'567", "has thousands separators; write the digits without separators"),
      ("1.234.567", "has thousands separators; write the digits without separators"),
      ("12%", "has a percent sign; write the number alone; the unit has its own column"),
      ("12 %", "has a percent sign; write the number alone; the unit has its own column"),
      ("$5", "has a currency sign; write the number alone; the unit has its own column"),
      ("1000៛", "has a currency sign; write the number alone; the unit has its own column"),
      ("inf", "is infinite; write a finite number, or leave the cell empty"),
      ("-Infinity", "is infinite; write a finite number, or leave the cell empty"),
      ("NaN", "is not a number; leave the cell empty or list it under 'missing'"),
      ("=A1+1", "is a spreadsheet formula, not a number; export values, not formulas"),
      (
        "#REF!",
        "is a spreadsheet error, not a number; mend the formula, or leave the cell empty"
      ),
      ("−5", "has a dash where a minus belongs; write '-'"),
      ("១២", "is not written in the digits 0–9; write the digits 0–9"),
      (
        "<5",
        "is a number with a remark; "
          + "write the number alone, and the remark in the columns 'flag' and 'note'"
      ),
      (
        "12.5*",
        "is a number with a remark; "
          + "write the number alone, and the remark in the columns 'flag' and 'note'"
      ),
      ("0x1F", "is hexadecimal; write a decimal number"),
      ("007", "has a leading zero, as a code has; check the column, or drop the zero"),
      (".5", "has no digit on one side of its point; write '0.5' for '.5', '5' for '5.'"),
      ("5.", "has no digit on one side of its point; write '0.5' for '.5', '5' for '5.'"),
      ("n/a", "is not a number; leave the cell empty or list it under 'missing'"),
      ("-", "is not a number; leave the cell empty or list it under 'missing'"),
      ("1e", "is not a number; leave the cell empty or list it under 'missing'"),
      ("1e999", "is too large a number; check the exponent"),
      ("9007199254740992", beyond), ("-9007199254740993", beyond), ("9007199254740991.5", beyond),
      ("9.007199254740993e15", beyond),
      ("1e-999", "is too small a number; check the exponent"),
      ("", "is empty; write a number"),
    ])
  func refusals(text: String, message: String) {
    guard case .refused(let what, let remedy) = NumberText(text) else {
      Issue.record("\(text) was read as a number")
      return
    }
    #expect("\(what); \(remedy)" == message)
  }

  @Test("The text of any double below 2^53 reads back to it.")
  func roundTrip() {
    var random = Seeded(state: 3)
    for _ in 0..<10_000 {
      let value = Double(bitPattern: random.next())
      if !(value.magnitude < 0x1p53) { continue }
      #expect(NumberText(value.description) == .number(value))
    }
  }
}
