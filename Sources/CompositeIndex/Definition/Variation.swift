/// Another way to make the same index, different in one choice.
public enum Variation: Sendable, Hashable {
  /// Other weights.
  case weighting(Weighting)
  /// Another scale.
  case normalization(Normalization)
  /// Another mean, in every pillar and among the pillars.
  case aggregation(Aggregation)
  /// Without one indicator.
  case without(indicator: String)

  /// What it is called, in English: `equal weights`, `without mpi_headcount`.
  public var name: String {
    switch self {
    case .weighting(let weighting): "\(weighting.rawValue) weights"
    case .normalization(let normalization): "\(normalization.rawValue) normalisation"
    case .aggregation(let aggregation): "\(aggregation.rawValue) mean"
    case .without(let indicator): "without \(indicator)"
    }
  }
}

extension IndexDefinition {
  /// The index made the other way. A pillar that loses its last indicator leaves with it.
  public func varied(by variation: Variation) -> IndexDefinition {
    var definition = self
    switch variation {
    case .weighting(let weighting): definition.weighting = weighting
    case .normalization(let normalization): definition.normalization = normalization
    case .aggregation(let aggregation):
      definition.aggregation = aggregation
      definition.pillars = pillars.map { $0.inheritingAggregation() }
    case .without(let indicator):
      definition.pillars = pillars.compactMap { $0.without(indicator) }
      definition.goalposts[indicator] = nil
    }
    return definition
  }
}

extension Pillar {
  fileprivate func inheritingAggregation() -> Pillar {
    var pillar = self
    pillar.aggregation = nil
    pillar.members = members.map { member in
      if case .pillar(let inner) = member { .pillar(inner.inheritingAggregation()) } else { member }
    }
    return pillar
  }

  fileprivate func without(_ indicator: String) -> Pillar? {
    var pillar = self
    pillar.members = members.compactMap { member in
      switch member {
      case .indicator(indicator, _): nil
      case .indicator: member
      case .pillar(let inner): inner.without(indicator).map { .pillar($0) }
      }
    }
    return pillar.members.isEmpty ? nil : pillar
  }
}
