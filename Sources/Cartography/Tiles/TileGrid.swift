public import Geography

/// A country as a grid of squares: each area is one cell, as large as any other.
///
/// The cells are found by a search (`TileSearch`) that keeps as many neighbours side by side as
/// it can, and each pair in about the direction it has on the ground. Same input, same grid.
public struct TileGrid: Sendable, Hashable {
  /// The cell of each area: column from the west, row from the north, both from 0; none twice.
  public let cells: [SIMD2<Int>]
  /// Number of pairs of neighbours on the ground.
  public let pairCount: Int
  /// How many of them share a side on the grid.
  public let keptNeighbors: Int
  /// How many of them lie in the same direction on the grid, within 45 degrees.
  public let keptDirections: Int

  /// More areas than this make no grid that anybody could read.
  public static let mostAreas = 2000

  /// Finds a grid.
  ///
  /// - Parameters:
  ///   - centers: the middle of each area on a plane, y northward.
  ///   - neighbors: pairs of areas that touch, each pair once.
  public init(centers: [Coordinate], neighbors: [(Int, Int)]) {
    var cells = TileSearch.cells(centers: centers, neighbors: neighbors)
    for axis in 0..<2 { TileGrid.closeGaps(of: &cells, along: axis, neighbors) }
    self.init(cells: cells, centers: centers, neighbors: neighbors)
  }

  /// Takes rows or columns out in which nothing stands: all of them between neighbours, else all
  /// but one, which shows that there is a way between.
  private static func closeGaps(
    of cells: inout [SIMD2<Int>], along axis: Int, _ neighbors: [(Int, Int)]
  ) {
    let used = Set(cells.map { $0[axis] }).sorted()
    var closed = 0
    var shifts: [Int: Int] = [:]
    for (low, high) in zip(used, used.dropFirst()) {
      let isSpanned = neighbors.contains { first, second in
        let ends = (cells[first][axis], cells[second][axis])
        return min(ends.0, ends.1) <= low && max(ends.0, ends.1) >= high
      }
      closed += max(0, high - low - (isSpanned ? 1 : 2))
      shifts[high] = closed
    }
    for area in cells.indices { cells[area][axis] -= shifts[cells[area][axis]] ?? 0 }
  }

  /// A grid of given cells; the first row and column move to 0.
  init(cells: [SIMD2<Int>], centers: [Coordinate], neighbors: [(Int, Int)]) {
    let corner = cells.reduce(SIMD2(Int.max, Int.max)) { pointwiseMin($0, $1) }
    self.cells = cells.map { $0 &- corner }
    pairCount = neighbors.count
    keptNeighbors = neighbors.count { first, second in
      let step = cells[second] &- cells[first]
      return abs(step.x) + abs(step.y) == 1
    }
    keptDirections = neighbors.count { first, second in
      let step = cells[second] &- cells[first]
      let onGrid = Coordinate(Double(step.x), Double(-step.y))
      let onGround = centers[second] - centers[first]
      let product = (onGrid * onGround).sum()
      // cos 45° squared is a half; the angle is below 90° where the product is positive.
      return product >= 0
        && product * product >= 0.4999 * (onGrid * onGrid).sum() * (onGround * onGround).sum()
    }
  }

  /// The grid as shapes to draw: unit squares with a gap between them.
  public var ground: Ground {
    Ground(
      areas: cells.map { cell in
        let center = Coordinate(Double(cell.x), Double(-cell.y))
        let reach = 0.5 - TileGrid.gap / 2
        let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
          center + Coordinate($0, $1) * reach
        }
        return [Polygon(exterior: Ring(ContiguousArray(corners)))]
      }, isProjected: false)
  }

  /// Distance between two tiles, as a share of a cell.
  private static let gap = 0.05
}
