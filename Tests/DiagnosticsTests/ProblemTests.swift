import Diagnostics
import Testing

@Test("A problem reads: where, what, remedy.")
func problemText() {
  let place = Place(file: "geodata/digital.csv", line: 17, column: 3)
  let problem = Problem(
    "'n/a' is not a number (column 'value')", at: place,
    remedy: "leave the cell empty or list it under 'missing'")
  #expect(
    problem.description
      == "geodata/digital.csv:17:3: 'n/a' is not a number (column 'value'); "
      + "leave the cell empty or list it under 'missing'")
}

@Test("Places leave out what they do not know, and put details in brackets.")
func placeText() {
  #expect(Place(file: "a.gpkg").description == "a.gpkg")
  #expect(Place(file: "a.csv", line: 2).description == "a.csv:2")
  #expect(Place(file: "a.csv", column: 9).description == "a.csv")
  #expect(
    Place(file: "a.xlsx", detail: "sheet 'Data', row 7").description
      == "a.xlsx (sheet 'Data', row 7)")
}

@Test("Places sort by file, line and column as numbers.")
func placeOrder() {
  let places = [
    Place(file: "b", line: 1), Place(file: "a", line: 10, column: 1), Place(file: "a", line: 9),
    Place(file: "a", line: 10, column: 12), Place(file: "a", line: 10, column: 9),
  ]
  #expect(
    places.sorted().map(\.description) == ["a:9", "a:10:1", "a:10:9", "a:10:12", "b:1"])
}

@Test("Collecting keeps every problem in order and throws them together.")
func collects() {
  var problems = Problems()
  let value = problems.collect { 7 }
  let nothing: Int? = problems.collect { throw Problem("first") }
  let more: Int? = problems.collect { throw Problems([Problem("second"), Problem("third")]) }
  #expect(value == 7)
  #expect(nothing == nil && more == nil)
  #expect(problems.description == "first\nsecond\nthird")
  #expect(throws: problems) { try problems.throwIfAny() }
}
