import CompositeIndex
import Diagnostics
import Testing

struct ConcentrationTests {
  @Test("Where half of the people have everything, the index is one half.")
  func byHand() throws {
    let result = try #require(try Concentration(of: [4, 0], among: [10, 10]))
    #expect(result.index == 0.5)
    #expect(result.curve.map(\.people) == [0, 0.5, 1])
    #expect(result.curve.map(\.value) == [0, 0, 1])
    #expect(result.areas == 2)
  }

  @Test("Equal values are not concentrated, and one key is one step.")
  func equal() throws {
    let result = try #require(try Concentration(of: [3, 3, 3], among: [1, 20, 300]))
    #expect(result.index == 0)
    #expect(result.curve.count == 2)
  }

  @Test("The index is the mean difference between people over twice their mean.")
  func meanDifference() throws {
    // Gini 1912: Σᵢ Σⱼ pᵢ pⱼ |xᵢ − xⱼ| / (2 x̄ P²).
    let (values, people) = ([2.0, 7, 7, 0.5, 11], [5.0, 3, 8, 2, 1])
    let all = people.reduce(0, +)
    let mean = zip(values, people).reduce(0) { $0 + $1.0 * $1.1 } / all
    let differences = values.indices.reduce(0.0) { sum, one in
      values.indices.reduce(sum) {
        $0 + people[one] * people[$1] * abs(values[one] - values[$1])
      }
    }
    let result = try #require(try Concentration(of: values, among: people))
    #expect(abs(result.index - differences / (2 * mean * all * all)) < 1e-14)
  }

  @Test("Turning the order around turns the sign; a gap is left out.")
  func otherKey() throws {
    let values: [Double?] = [1, 2, 5, 9, 3]
    let people: [Double?] = [4, 1, 2, 2, nil]
    let up = try #require(try Concentration(of: values, among: people, by: [1, 2, 3, 4, 5]))
    let down = try #require(try Concentration(of: values, among: people, by: [4, 3, 2, 1, 0]))
    #expect(abs(up.index + down.index) < 1e-14)
    #expect(up.areas == 4)
  }

  @Test("Nothing to share out has no concentration, and a negative value is refused.")
  func refused() throws {
    #expect(try Concentration(of: [0, 0], among: [1, 2]) == nil)
    #expect(try Concentration(of: [nil, 2], among: [1, nil]) == nil)
    let error = #expect(throws: Problem.self) { try Concentration(of: [1, -2], among: [1, 2]) }
    #expect(
      error?.description
        == "the value '-2.0' of area 2 of 2 has no share in a total; use numbers from zero up")
  }
}

struct PeopleCountTests {
  @Test("People are counted where the fact holds, with the range over alternatives.")
  func counted() {
    let people: [Double?] = [100, 30, nil, 70]
    let count = PeopleCount(
      of: people, in: [true, false, true, false],
      alternatives: [[true, true, false, false], [false, false, false, true]])
    #expect(count.people == 100)
    #expect(count.share == 0.5)
    #expect(count.uncounted == 1)
    #expect(count.interval == 70...130)
  }

  @Test("Without people there is no share, and without alternatives no interval.")
  func unknown() {
    let count = PeopleCount(of: [nil, nil], in: [true, false], alternatives: [])
    #expect(count.people == 0)
    #expect(count.share == nil)
    #expect(count.interval == nil)
  }
}
