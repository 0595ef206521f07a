/// A coverage whose boundaries were made to meet.
public struct MendedCoverage: Sendable, Hashable {
  /// The areas as arcs.
  public var coverage: Coverage
  /// What was done.
  public var report: MendingReport
}

/// What was done to make boundaries meet.
public struct MendingReport: Sendable, Hashable {
  /// Ground that no area claimed, or several did.
  public struct Sliver: Sendable, Hashable {
    /// The areas that claim it; none for a gap.
    public var claimants: [Int]
    /// The area that it was given to; nil where it was left as it is.
    public var owner: Int?
    /// Its size in square units of the coordinates.
    public var size: Double
    /// One of its corners.
    public var place: Coordinate
  }

  /// How many vertices were moved to one of another area.
  public var movedVertices = 0
  /// How many vertices were added where another area has one, or where lines crossed.
  public var addedVertices = 0
  /// Gaps between areas and overlaps that were closed, and overlaps that were too large.
  public var slivers: [Sliver] = []

  /// Nothing was done.
  public init() {}
}

extension Coverage {
  /// Finds the arcs of areas whose boundaries were drawn apart.
  ///
  /// Where two areas already have the same vertices, nothing is changed. Elsewhere a vertex
  /// moves to the nearest one of another area within the tolerance, lines that pass within the
  /// tolerance of another area's vertex go through it, and lines that cross get a vertex
  /// there. Of what then lies between the areas, gaps and overlaps up to `sliver` are given to
  /// the area with the longest boundary to them. A gap in a single area is a lake and stays.
  ///
  /// - Parameters:
  ///   - areas: the polygons of each area, in any plane.
  ///   - tolerance: how far apart vertices may be and still mean one place; 0 only closes.
  ///   - sliver: the largest gap or overlap to be closed, in square units; 0 closes none.
  ///   - threads: how many threads share the work; nil: one a core. The result is the same.
  public static func mended(
    _ areas: [[Polygon]], tolerance: Double, sliver: Double = 0, threads: Int? = nil
  ) -> MendedCoverage {
    var report = MendingReport()
    var coverage = Coverage(of: areas, threads: threads)
    if tolerance > 0 {
      var snapping = Snapping(coverage, tolerance: tolerance)
      snapping.moveVertices()
      snapping.addVertices()
      (report.movedVertices, report.addedVertices) = (snapping.movedCount, snapping.addedCount)
      if snapping.movedCount + snapping.addedCount > 0 {
        coverage = Coverage(of: snapping.polygons, threads: threads)
      }
    }
    if sliver > 0 {
      let closing = SliverClosing(coverage, upTo: sliver)
      report.slivers = closing.slivers
      if closing.slivers.contains(where: { $0.owner != nil }) {
        coverage = Coverage(of: closing.polygons, threads: threads)
      }
    }
    return MendedCoverage(coverage: coverage, report: report)
  }
}
