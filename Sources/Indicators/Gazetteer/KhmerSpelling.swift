/// Khmer spellings that look the same on paper.
///
/// The signs and their order: The Unicode Standard, section 16.4 (Khmer).
enum KhmerSpelling {
  private static let coeng: UInt32 = 0x17D2

  /// One spelling for all that look alike.
  static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains(where: { (0x1780...0x17FF).contains($0.value) }) else { return scalars }
    var values = scalars.map(\.value)
    // Subscript da and subscript ta have one shape.
    for at in values.indices.dropFirst() where values[at - 1] == coeng && values[at] == 0x178A {
      values[at] = 0x178F
    }
    swapSubscriptRo(&values)
    // A vowel after a sign above it, or a shifter after a vowel, is drawn like the usual order.
    for at in values.indices.dropFirst() {
      let isSignFirst = values[at - 1] == 0x17C6 && (0x17B6...0x17C5).contains(values[at])
      let isShifterLast =
        (0x17C9...0x17CA).contains(values[at]) && (0x17B6...0x17C5).contains(values[at - 1])
      if isSignFirst || isShifterLast { values.swapAt(at - 1, at) }
    }
    return composingVowels(values).compactMap(Unicode.Scalar.init)
  }

  /// Subscript ro is drawn before the letter, so its order among subscripts cannot be seen.
  private static func swapSubscriptRo(_ values: inout [UInt32]) {
    var at = 0
    while at + 3 < values.count {
      if values[at] == coeng, values[at + 1] == 0x179A, values[at + 2] == coeng {
        (values[at + 1], values[at + 3]) = (values[at + 3], values[at + 1])
      }
      at += 1
    }
  }

  /// Vowels typed in two halves.
  private static func composingVowels(_ values: [UInt32]) -> [UInt32] {
    var composed: [UInt32] = []
    for value in values {
      switch (composed.last, value) {
      case (0x17C1, 0x17B8): composed[composed.count - 1] = 0x17BE
      case (0x17C1, 0x17B6): composed[composed.count - 1] = 0x17C4
      default: composed.append(value)
      }
    }
    return composed
  }

  /// Latin consonants for the Khmer ones, after the romanisation of the United Nations
  /// (1972); vowels and signs are left out. Used to find proposals only.
  static func consonants(_ text: some Sequence<Unicode.Scalar>) -> String {
    let latin = [
      "k", "kh", "k", "kh", "ng", "ch", "ch", "ch", "ch", "nh", "d", "th", "d", "th", "n", "t",
      "th", "t", "th", "n", "b", "ph", "p", "ph", "m", "y", "r", "l", "v", "s", "s", "s", "h",
      "l", "",
    ]
    var result = ""
    var isBelow = false
    for scalar in text {
      if scalar.value == coeng {
        isBelow = true
      } else if (0x1780...0x17A2).contains(scalar.value) {
        // Subscript da is the usual spelling of subscript ta.
        let letter = latin[Int(scalar.value - 0x1780)]
        result += isBelow && letter == "d" ? "t" : letter
        isBelow = false
      }
    }
    return result
  }
}
