/// Whether an area lies in a cluster of high or low values. The texts are published names.
public enum Cluster: String, Sendable, Hashable, CaseIterable, Codable {
  /// High among high, after correction for multiple tests.
  case hot
  /// High among high, before correction only.
  case possiblyHot = "possibly hot"
  /// Low among low, after correction.
  case cold
  /// Low among low, before correction only.
  case possiblyCold = "possibly cold"
  /// Nothing unusual.
  case none
  /// No outcome could have reached the level, or there is nothing to test.
  case notTestable = "not testable"
}
