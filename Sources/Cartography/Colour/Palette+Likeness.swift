extension Palette {
  /// Two classes that look too much alike.
  public struct Likeness: Sendable, Hashable {
    /// To whom.
    public var vision: ColorVision
    /// Index of the class that comes first.
    public var first: Int
    /// Index of the other one.
    public var second: Int
    /// How different they look, CIEDE2000.
    public var difference: Double
  }

  /// How different any two classes should look to anybody, CIEDE2000. Where 1 can just be told
  /// apart side by side, 5 is told apart across a map.
  public static let leastDifference = 5.0

  /// For each way of seeing in which any two classes differ by less than `least`, the two that
  /// are most alike.
  public func likenesses(
    below least: Double = Palette.leastDifference, to visions: [ColorVision] = ColorVision.allCases
  ) -> [Likeness] {
    Palette.likenesses(of: colors, below: least, to: visions)
  }

  /// The same for any colours.
  public static func likenesses(
    of colors: [Color], below least: Double, to visions: [ColorVision]
  ) -> [Likeness] {
    visions.compactMap { vision in
      let seen = colors.map { LabColor(vision($0)) }
      var worst: Likeness?
      for first in seen.indices {
        for second in seen.indices.dropFirst(first + 1) {
          let difference = seen[first].difference(from: seen[second])
          if difference < worst?.difference ?? least {
            worst = Likeness(
              vision: vision, first: first, second: second, difference: difference)
          }
        }
      }
      return worst
    }
  }

  /// The palettes whose `count` classes look different enough in all these ways; those
  /// of the same kind first: diverging ones in place
  /// of a diverging one.
  public static func alternatives(
    to name: String, count: Int, above least: Double = Palette.leastDifference,
    to visions: [ColorVision] = ColorVision.allCases
  ) -> [String] {
    let wantsDiverging = isDiverging(name.replacing("-reversed", with: ""))
    let safe = names.filter { name in
      guard let palette = try? Palette(named: name, count: count) else { return false }
      return palette.likenesses(below: least, to: visions).isEmpty
    }
    return safe.filter { isDiverging($0) == wantsDiverging }
      + safe.filter { isDiverging($0) != wantsDiverging }
  }

  private static func isDiverging(_ name: String) -> Bool {
    ColorBrewer.diverging.contains { $0.name == name } || name == "vik" || name == "roma"
  }
}
