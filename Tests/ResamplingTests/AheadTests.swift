import Resampling
import Testing

struct AheadTests {
  @Test("What is begun ahead is waited for, as often as it is asked for.")
  func waited() {
    let sum = Ahead { (1...100_000).reduce(0, +) }
    #expect(sum.value == 5_000_050_000)
    #expect(sum.value == 5_000_050_000)
  }

  @Test("Work that nobody asks for is no harm.")
  func unasked() {
    for number in 0..<100 { _ = Ahead { number * number } }
  }
}
