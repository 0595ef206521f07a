import Diagnostics

/// The areas that have a value, the weights among them, and the values brought into range.
struct ValuedAreas {
  /// Their places in the layer, ascending.
  let areas: [Int]
  /// One value each, times `factor`.
  let values: [Double]
  /// The power of two that keeps squares of values in range.
  let factor: Double
  /// Neighbours among them.
  let weights: SpatialWeights

  /// - Throws: `Problem` when a value is not finite.
  init(_ values: [Double?], _ weights: SpatialWeights) throws {
    precondition(values.count == weights.areaCount, "one value an area")
    if let area = values.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
      throw Problem(
        "the value of area \(area + 1) of \(values.count) is not a finite number",
        remedy: "leave it empty")
    }
    areas = values.indices.filter { values[$0] != nil }
    let given = values.compactMap(\.self)
    let largest = given.reduce(0) { max($0, abs($1)) }
    let factor =
      largest == 0
      ? 1 : Double(sign: .plus, exponent: -max(-1000, largest.exponent), significand: 1)
    self.factor = factor
    self.values = given.map { $0 * factor }
    self.weights = weights.restricted(to: areas)
  }

  /// Why no global statistic can be had; nil when one can.
  var reason: String? {
    if areas.isEmpty { return Cause.noValue.text }
    if weights.neighbors.isEmpty { return "no two areas with a value are neighbours" }
    if Moments(values).isConstant(without: nil) { return "all values are equal" }
    return nil
  }
}
