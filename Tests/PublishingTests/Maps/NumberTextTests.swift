import Foundation
import Resampling
import Testing

@testable import Publishing

struct NumberTextTests {
  @Test("Thousands are set apart, negative numbers have a true minus, and nothing is minus zero.")
  func written() {
    #expect(NumberText.fixed(2_281_951, decimals: 0) == "2,281,951")
    #expect(NumberText.fixed(1000, decimals: 1) == "1,000.0")
    #expect(NumberText.fixed(-1234.5, decimals: 1) == "−1,234.5")
    #expect(NumberText.fixed(-0.04, decimals: 1) == "0.0")
    #expect(NumberText.fixed(0.05, decimals: 2) == "0.05")
    #expect(NumberText.fixed(999.96, decimals: 1) == "1,000.0")
  }

  @Test(
    "Numbers round as C rounds them: halves to even, by their binary value.",
    arguments: [
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (1.005, 2, "1.00"),
      (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-2.5, 0, "−2"), (0.15, 1, "0.1"),
      (0.25, 1, "0.2"), (0.35, 1, "0.3"), (1e22, 0, "10,000,000,000,000,000,000,000"),
    ])
  func halves(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test("Random numbers, and those next to a half, read as C prints them.")
  func asPrinted() {
    var generator = CounterGenerator(seed: 7, stream: 0, draw: 0)
    for _ in 0..<4000 {
      let decimals = generator.next(below: 7)
      let magnitude = pow(10, Double(generator.next(below: 12) - 3))
      let half = (Double(generator.next(below: 2000)) + 0.5) / pow(10, Double(decimals))
      let drawn = Double(generator.next(below: 1 << 40)) / Double(1 << 40) * magnitude
      for value in [drawn, -drawn, half, half.nextUp, half.nextDown, -half] {
        let printed = String(format: "%.\(decimals)f", value)
        let text = NumberText.fixed(value, decimals: decimals)
          .replacingOccurrences(of: ",", with: "").replacingOccurrences(of: "−", with: "-")
        let isZero = !printed.contains { ("1"..."9").contains($0) }
        #expect(text == (isZero ? printed.replacingOccurrences(of: "-", with: "") : printed))
      }
    }
  }
}
