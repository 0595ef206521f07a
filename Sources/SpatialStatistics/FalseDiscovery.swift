/// Correction for testing many areas at once: Benjamini and Hochberg's step-up procedure (1995),
/// which holds the expected share of false findings among the findings at the level.
public enum FalseDiscovery {
  /// The adjusted p of each test, in the order given.
  ///
  /// The i-th smallest of m becomes min over j ≥ i of m/j · p₍ⱼ₎, at most 1. A test is a finding
  /// at level α when its adjusted p is at most α. Time grows as m log m.
  public static func adjusted(_ p: [Double]) -> [Double] {
    var adjusted = p
    var smallest = 1.0
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    for (position, test) in order.enumerated().reversed() {
      smallest = min(smallest, p[test] * Double(p.count) / Double(position + 1))
      adjusted[test] = smallest
    }
    return adjusted
  }

  /// The largest unadjusted p that is still a finding at `level`; nil when there is none.
  public static func cutoff(_ p: [Double], level: Double) -> Double? {
    zip(p, adjusted(p)).filter { $0.1 <= level }.map(\.0).max()
  }
}
