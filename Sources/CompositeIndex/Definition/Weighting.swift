/// Where the weights of an index come from, in every pillar and among the pillars.
public enum Weighting: String, Sendable, Hashable, CaseIterable {
  /// The definition says what each member weighs.
  case explicit
  /// The members of a pillar weigh the same, and so do the pillars.
  case equal
  /// Squared loadings on the first principal component of the members' scores; see
  /// `PrincipalComponent`.
  case principalComponent = "PCA"
}
