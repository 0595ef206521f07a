/// How large a circle is for a value: its area is proportional to it.
public struct CircleScale: Sendable, Hashable {
  /// The largest value.
  public let largest: Double
  /// Radius of the circle for the largest value, in the units of the plane.
  public let largestRadius: Double

  /// A scale that gives the largest of some values this radius; nil where no value is positive.
  public init?(_ values: [Double], largestRadius: Double) {
    guard let largest = values.max(), largest > 0, largest.isFinite else { return nil }
    self.largest = largest
    self.largestRadius = largestRadius
  }

  /// Radius for a value, r = R √(v / largest); 0 for values below zero.
  public func radius(of value: Double) -> Double {
    largestRadius * (max(0, value) / largest).squareRoot()
  }

  /// The value that is 1, 2 or 5 times a power of ten and no larger than `limit`.
  static func round(below limit: Double) -> Double {
    var power = 1.0
    while power * 10 <= limit { power *= 10 }
    while power > limit { power /= 10 }
    return ([5, 2].first { $0 * power <= limit } ?? 1) * power
  }

  /// Three round values for a legend, the largest first: about the largest value times `share`, a
  /// quarter and a twentieth of that.
  public func legendValues(share: Double = 1) -> [Double] {
    [1, 0.25, 0.05].map { CircleScale.round(below: largest * share * $0) }
  }
}
