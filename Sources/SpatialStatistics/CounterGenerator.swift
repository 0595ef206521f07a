/// Random numbers that are a function of (seed, area, draw, counter), with no shared stream:
/// a draw is the same whichever thread makes it, and whatever was drawn before.
///
/// SplitMix64 (Steele, Lea and Flood 2014) started from a hash of its key.
struct CounterGenerator {
  private var state: UInt64

  /// The numbers of one draw for one area.
  init(seed: UInt64, area: Int, draw: Int) {
    state = Self.mixed(seed &+ Self.step)
    state = Self.mixed(state &+ UInt64(truncatingIfNeeded: area) &* Self.step)
    state = Self.mixed(state &+ UInt64(truncatingIfNeeded: draw) &* Self.step)
  }

  /// A whole number from 0 to `bound` − 1.
  ///
  /// The high half of a 64-bit product; its bias is below `bound` / 2⁶⁴.
  mutating func next(below bound: Int) -> Int {
    state &+= Self.step
    return Int(truncatingIfNeeded: Self.mixed(state).multipliedFullWidth(by: UInt64(bound)).high)
  }

  private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
