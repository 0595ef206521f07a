import Foundation

/// Random numbers that are a function of (seed, stream, draw, counter), with no shared state:
/// a draw is the same whichever thread makes it, and whatever was drawn before.
///
/// SplitMix64 (Steele, Lea and Flood 2014) started from a hash of its key.
@frozen
package struct CounterGenerator: Sendable {
  @usableFromInline var state: UInt64

  /// The numbers of one draw in a stream: that of an area, or of a source of uncertainty.
  @inlinable
  package init(seed: UInt64, stream: Int, draw: Int) {
    state = Self.mixed(seed &+ Self.step)
    state = Self.mixed(state &+ UInt64(truncatingIfNeeded: stream) &* Self.step)
    state = Self.mixed(state &+ UInt64(truncatingIfNeeded: draw) &* Self.step)
  }

  /// 64 random bits.
  @inlinable
  package mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A whole number from 0 to `bound` − 1.
  ///
  /// The high half of a 64-bit product; its bias is below `bound` / 2⁶⁴.
  @inlinable
  package mutating func next(below bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A multiple of 2⁻⁵³ from 0 to 1, without 1.
  @inlinable
  package mutating func nextShare() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Two numbers from the standard normal distribution, by Marsaglia's polar method (1964).
  package mutating func nextNormalPair() -> (Double, Double) {
    while true {
      let (x, y) = (2 * nextShare() - 1, 2 * nextShare() - 1)
      let square = x * x + y * y
      if square == 0 || square >= 1 { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      return (x * factor, y * factor)
    }
  }

  @usableFromInline static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

  @inlinable
  static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
