import Geography

/// The ground as lines that areas share, to be drawn in as much detail as a drawing can show.
///
/// Simplified are the shared lines, so that no gap opens between neighbours and none is lost or
/// won; `Coverage.simplified` has the guards.
struct GroundLines: Sendable {
  /// The ground in full detail.
  let ground: Ground
  /// The smallest box around all areas.
  let extent: Extent
  private let areas: Coverage
  private let water: Coverage
  private let surroundings: Coverage

  init(_ ground: Ground) {
    self.ground = ground
    extent =
      Extent(ground.areas.lazy.flatMap { $0 })
      ?? Extent(minimum: Coordinate(0, 0), maximum: Coordinate(1, 1))
    areas = Coverage(of: ground.areas)
    water = Coverage(of: [ground.water])
    surroundings = Coverage(of: [ground.surroundings])
  }

  /// The ground with no line moved by more than `tolerance`, in the unit of the plane, and what
  /// was left out of the areas' lines; nil where nothing may be.
  func simplified(to tolerance: Double) -> (ground: Ground, report: SimplificationReport?) {
    guard tolerance > 0 else { return (ground, nil) }
    let rule = Simplification(.douglasPeucker, to: .tolerance(tolerance))
    let areas = areas.simplified(rule)
    return (with(areas, context: rule), areas.report)
  }

  /// The same with so much less that `measure` of the areas is at most `budget`.
  ///
  /// Islets of less than a thousandth of their area may go for it; the largest piece of an area
  /// stays always.
  func simplified(
    to tolerance: Double, budget: Int, measuring measure: ([[Polygon]]) -> Int
  ) -> (ground: Ground, report: SimplificationReport?) {
    let rule = Simplification(to: .tolerance(tolerance), minimumPieceShare: 0.001)
    let areas = areas.simplified(rule, withinBudget: budget) { measure($0.polygons) }
    let context = Simplification(to: .tolerance(max(tolerance, areas.report.tolerance)))
    return (with(areas, context: context), areas.report)
  }

  private func with(_ areas: SimplifiedCoverage, context: Simplification) -> Ground {
    var ground = ground
    ground.areas = areas.polygons
    ground.water = water.simplified(context).polygons.flatMap { $0 }
    ground.surroundings = surroundings.simplified(context).polygons.flatMap { $0 }
    return ground
  }
}
