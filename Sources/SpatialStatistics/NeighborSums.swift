/// The sums of the neighbours' values and what conditional randomisation says of them: what Gi,
/// Gi\* and local Moran have in common, so that one test does for all of them.
///
/// Values stand in layer order; an area whose value is nil is left out of its neighbours' sums
/// too. Time grows with areas × draws × neighbours where outcomes are drawn, memory with areas and
/// links.
public struct NeighborSums: Sendable {
  let valued: ValuedAreas
  let test: ConditionalTest
  let tails: [ConditionalTest.Tails?]
  /// One result an area that says why there is no statistic, as long as there is none.
  let untested: [LocalResult]

  /// Tests the sums of `values`.
  ///
  /// - Throws: `Problem` when a value is not finite, the level is not between 0 and 1, or random
  ///   draws cannot reach it.
  public init(
    of values: [Double?], weights: SpatialWeights, inference: Inference = Inference()
  ) throws {
    try inference.check()
    valued = try ValuedAreas(values, weights)
    test = ConditionalTest(
      values: valued.values, weights: valued.weights, inference: inference)
    tails = try test.tails()
    untested = LocalResult.untested(values, weights)
  }

  /// The values about their mean.
  var moments: Moments { test.moments }
  /// The level at which areas are judged.
  var level: Double { test.inference.level }
}
