/// How an indicator with outliers is drawn in, so that a few areas do not use up the whole scale.
///
/// The rule of the OECD and JRC handbook as COINr applies it: an indicator whose skewness and
/// kurtosis both reach the thresholds has its most extreme values set to the next one, one value
/// at a time, until one of the two is below its threshold. Where that does not come about with
/// the points allowed, the indicator is left as it was and its logarithm taken instead. Every
/// changed cell is listed in `IndexResult.treated`.
public struct Treatment: Sendable, Hashable {
  /// Absolute skewness, √(n (n − 1)) / (n − 2) · √n Σd³ / (Σd²)^(3/2) with d = x − x̄, from which
  /// an indicator may need treatment.
  public var skewness: Double
  /// Excess kurtosis, ((n + 1)(n Σd⁴ / (Σd²)² − 3) + 6)(n − 1) / ((n − 2)(n − 3)), likewise.
  public var kurtosis: Double
  /// No further value is drawn in once this many areas are; 0 goes straight to the logarithm.
  public var winsorizedPoints: Int
  /// Whether to take the logarithm where winsorising does not help: ln(x − min + r) for a long
  /// upper tail and −ln(max − x + r) for a long lower one, with r a hundredth of the range.
  public var takesLogarithm: Bool

  /// A rule; by default that of the handbook.
  public init(
    skewness: Double = 2, kurtosis: Double = 3.5, winsorizedPoints: Int = 5,
    takesLogarithm: Bool = true
  ) {
    self.skewness = skewness
    self.kurtosis = kurtosis
    self.winsorizedPoints = winsorizedPoints
    self.takesLogarithm = takesLogarithm
  }

  /// What to do with the values of an indicator, none of them missing.
  func transform(for values: [Double]) -> TreatmentTransform {
    if passes(Shape(values)) { return .none }
    let (caps, isEnough) = winsorized(values)
    if isEnough || !takesLogarithm { return .caps(low: caps.lowerBound, high: caps.upperBound) }
    guard let low = values.min(), let high = values.max() else { return .none }
    return Shape(values).skewness > 0
      ? .logarithm(from: low, offset: (high - low) / 100)
      : .mirroredLogarithm(from: high, offset: (high - low) / 100)
  }

  private func winsorized(_ values: [Double]) -> (caps: ClosedRange<Double>, isEnough: Bool) {
    var values = values.sorted()
    var (lowCount, highCount) = (0, 0)
    while lowCount + highCount < winsorizedPoints, let low = values.first, let high = values.last {
      let shape = Shape(values)
      if passes(shape) { break }
      if shape.skewness >= 0 {
        guard let next = values.lastIndex(where: { $0 < high }) else { break }
        highCount = values.count - 1 - next
        for area in (next + 1)..<values.count { values[area] = values[next] }
      } else {
        guard let next = values.firstIndex(where: { $0 > low }) else { break }
        lowCount = next
        for area in 0..<next { values[area] = values[next] }
      }
    }
    return ((values.first ?? 0)...(values.last ?? 0), passes(Shape(values)))
  }

  /// Whether the values need no treatment; too few to tell need none.
  private func passes(_ shape: Shape) -> Bool {
    !(abs(shape.skewness) >= skewness && shape.kurtosis >= kurtosis)
  }
}

/// Skewness and kurtosis of some values, not a number where there are too few or all are equal.
struct Shape {
  let skewness: Double
  let kurtosis: Double

  init(_ values: [Double]) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for value in values {
      let square = (value - mean) * (value - mean)
      second += square
      third += square * (value - mean)
      fourth += square * square
    }
    let root = second.squareRoot()
    skewness =
      values.count < 3
      ? .nan : n.squareRoot() * third / (second * root) * (n * (n - 1)).squareRoot() / (n - 2)
    kurtosis =
      values.count < 4
      ? .nan
      : ((n + 1) * (n * fourth / (second * second) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
  }
}
