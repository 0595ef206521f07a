import CompositeIndex

extension Uncertainty {
  /// The `uncertainty:` section of an index: what is varied, and how often.
  init(_ section: Section, severeShare: Double?) {
    self.init()
    defer { section.finish() }
    scenarios = section.integer("scenarios", in: 20...1_000_000) ?? scenarios
    seed = section.seed("seed") ?? seed
    weightShare = section.number("weights_by", in: 0...0.99) ?? weightShare
    if section.has("weights") { weightings = section.words("weights", Weighting.self) }
    normalizations = section.words("normalisations", Normalization.self)
    aggregations = section.words("means", Aggregation.self)
    leavesIndicatorsOut = section.flag("leave_indicators_out") ?? leavesIndicatorsOut
    usesStandardErrors = section.flag("sampling_error") ?? usesStandardErrors
    self.severeShare = severeShare ?? self.severeShare
  }
}

extension Treatment {
  /// The `treatment:` section of an index: when and how outliers are drawn in.
  init(_ section: Section) {
    self.init()
    defer { section.finish() }
    skewness = section.number("skewness", in: 0...100) ?? skewness
    kurtosis = section.number("kurtosis", in: 0...100) ?? kurtosis
    winsorizedPoints = section.integer("winsorised_points", in: 0...1000) ?? winsorizedPoints
    takesLogarithm = section.flag("logarithm") ?? takesLogarithm
  }
}
