/// The values that an indicator can have; an end that is nil is open.
public struct ValueRange: Sendable, Hashable, CustomStringConvertible {
  /// Smallest possible value.
  public var minimum: Double?
  /// Largest possible value.
  public var maximum: Double?

  /// A range; the default holds every number.
  public init(minimum: Double? = nil, maximum: Double? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether the value is possible; both ends are.
  public func contains(_ value: Double) -> Bool {
    value >= minimum ?? -.infinity && value <= maximum ?? .infinity
  }

  /// The nearest possible value.
  public func clamp(_ value: Double) -> Double {
    max(minimum ?? -.infinity, min(maximum ?? .infinity, value))
  }

  /// `0 to 100`, `at least 0`.
  public var description: String {
    switch (minimum, maximum) {
    case (let low?, let high?): "\(low.short) to \(high.short)"
    case (let low?, nil): "at least \(low.short)"
    case (nil, let high?): "at most \(high.short)"
    case (nil, nil): "any number"
    }
  }
}

extension Double {
  /// Shortest text that reads back to the same number, without `.0` for whole ones.
  var short: String { description.hasSuffix(".0") ? String(description.dropLast(2)) : description }
}
