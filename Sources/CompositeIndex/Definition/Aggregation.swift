import Foundation

/// How the members of a pillar, or the pillars of an index, become one score.
///
/// All three are weighted quasi-arithmetic means g⁻¹(Σ wᵢ g(vᵢ) / Σ wᵢ); a weak member can be
/// made up for by a strong one fully (arithmetic), partly (geometric) or least (harmonic).
public enum Aggregation: String, Sendable, Hashable, CaseIterable {
  /// Σ wᵢ vᵢ / Σ wᵢ; g(v) = v.
  case arithmetic
  /// exp(Σ wᵢ ln vᵢ / Σ wᵢ); g(v) = ln v. A member of zero makes it zero.
  case geometric
  /// Σ wᵢ / Σ (wᵢ / vᵢ); g(v) = 1 / v. A member of zero makes it zero.
  case harmonic

  /// Whether members must be above zero.
  var needsPositive: Bool { self != .arithmetic }

  /// g(v), of a value that is not negative.
  func transformed(_ value: Double) -> Double {
    switch self {
    case .arithmetic: value
    case .geometric: log(value)
    case .harmonic: 1 / value
    }
  }
}
