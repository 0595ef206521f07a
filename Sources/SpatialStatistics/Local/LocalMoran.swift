/// Anselin's local Moran (1995): how an area's value goes with those of its neighbours.
///
///     Iᵢ = zᵢ Σⱼ wᵢⱼ zⱼ / m₂,  z = x − x̄,  m₂ = Σz²/(n − 1) or Σz²/n
///
/// over the n areas with a value. Its size, unlike z and p, grows with the scale of the weights:
/// standardise their rows to compare areas.
///
/// The conditional moments (Sokal, Oden and Thomson 1998, equations A7 and A8) and the conditional
/// outcomes are those of Σⱼ wᵢⱼ xⱼ times a fixed number, zᵢ/m₂. So z is that of Gi with the sign
/// of zᵢ, and p is that of Gi.
public struct LocalMoran: Sendable, Hashable {
  /// The divisor of m₂; z and p do not depend on it.
  public var divisor: LocalDivisor

  /// Local Moran, by default as esda has it.
  public init(divisor: LocalDivisor = .sample) { self.divisor = divisor }

  /// The statistic of each area, tested, corrected and judged.
  ///
  /// Values and gaps are treated as by `GetisOrd`. Of unusual areas those high among high are
  /// `hot` and those low among low `cold`; those unlike their neighbours are `none`, with the
  /// reason. An area whose value is the mean, but for rounding, has Iᵢ = 0 in every outcome, p = 1
  /// and no z.
  ///
  /// - Throws: `Problem` as `GetisOrd.results`.
  public func results(
    for values: [Double?], weights: SpatialWeights, inference: Inference = Inference()
  ) throws -> [LocalResult] {
    try results(of: NeighborSums(of: values, weights: weights, inference: inference))
  }

  /// The same from sums that were tested already.
  public func results(of sums: NeighborSums) -> [LocalResult] {
    results(of: sums.moments, amid: sums)
  }

  /// Bivariate local Moran: how an area's `values` go with its neighbours' `others`.
  ///
  ///     Iᵢ = zᵢ Σⱼ wᵢⱼ uⱼ,  both divided by their standard deviations
  ///
  /// Only areas with both take part. The outcomes hand the others' `others` out to the
  /// neighbours; both of the area's own stay.
  ///
  /// - Throws: `Problem` as `GetisOrd.results`.
  public func results(
    for values: [Double?], amid others: [Double?], weights: SpatialWeights,
    inference: Inference = Inference()
  ) throws -> [LocalResult] {
    let values = zip(values, others).map { $1 == nil ? nil : $0 }
    let others = zip(values, others).map { $0 == nil ? nil : $1 }
    let own = Moments(try ValuedAreas(values, weights).values)
    return results(
      of: own, amid: try NeighborSums(of: others, weights: weights, inference: inference))
  }

  /// Own deviations `z` amid the sums of as many areas.
  private func results(of z: Moments, amid sums: NeighborSums) -> [LocalResult] {
    var results = GetisOrd.plain.tested(sums)
    let u = sums.moments
    let scale = (divisor.meanSquare(z) * divisor.meanSquare(u)).squareRoot()
    for (position, area) in sums.valued.areas.enumerated() where results[area].p != nil {
      if z.isConstant(without: nil) {
        results[area] = LocalResult(neighbors: results[area].neighbors)
        results[area].exclude(.equalValues)
        continue
      }
      let lag = sums.test.lag(of: position)
      results[area].relate(
        z.deviations[position], to: lag, statistic: z.deviations[position] * lag / scale)
    }
    results.judge(level: sums.level)
    return results
  }
}

extension LocalResult {
  /// Turns a result on the neighbours' sum into one on its product with the area's own value.
  fileprivate mutating func relate(_ own: Double, to lag: Double, statistic: Double) {
    self.statistic = statistic
    quadrant = Quadrant(own: own, neighbors: lag)
    if own < 0 {
      z = z.map { -$0 }
      swap(&pUpper, &pLower)
    } else if own == 0 {
      z = nil
      (p, pUpper, pLower, pError) = (1, 1, 1, 0)
    }
  }
}
