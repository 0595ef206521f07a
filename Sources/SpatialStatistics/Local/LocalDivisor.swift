/// By what the sum of squares Σ(x − x̄)² is divided in local Moran and local Geary.
public enum LocalDivisor: String, Sendable, Hashable, CaseIterable {
  /// By n − 1, as in esda's local Moran and spdep's local Geary.
  case sample = "n - 1"
  /// By n, as in spdep's local Moran and esda's local Geary.
  case population = "n"

  /// The mean square of n values whose variance, divided by n, is known.
  func meanSquare(_ moments: Moments) -> Double {
    self == .population ? moments.variance : moments.variance * moments.count / (moments.count - 1)
  }
}
