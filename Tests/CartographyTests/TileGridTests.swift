import Geography
import Testing

@testable import Cartography

/// Centres in some rows and columns, and who touches whom along a side.
private func lattice(columns: Int, rows: Int) -> (centers: [Coordinate], pairs: [(Int, Int)]) {
  let centers = (0..<columns * rows).map {
    Coordinate(Double($0 % columns) * 30_000, Double($0 / columns) * 30_000)
  }
  let pairs = centers.indices.flatMap { area -> [(Int, Int)] in
    (area % columns + 1 < columns ? [(area, area + 1)] : [])
      + (area / columns + 1 < rows ? [(area, area + columns)] : [])
  }
  return (centers, pairs)
}

@Suite struct TileGridTests {
  @Test(
    "Squares keep every neighbour and every direction.",
    arguments: [(1, 1), (2, 1), (3, 3), (4, 6), (7, 2)])
  func squares(columns: Int, rows: Int) {
    let (centers, pairs) = lattice(columns: columns, rows: rows)
    let grid = TileGrid(centers: centers, neighbors: pairs)
    #expect(grid.keptNeighbors == pairs.count)
    #expect(grid.keptDirections == pairs.count)
    for (area, cell) in grid.cells.enumerated() {
      #expect(cell == SIMD2(area % columns, rows - 1 - area / columns))
    }
  }

  @Test("A giant with a block of small areas in it leaves no empty row or column in the grid.")
  func giant() {
    let (towns, pairs) = lattice(columns: 8, rows: 5)
    let rim = towns.indices.filter {
      [0, 7].contains($0 % 8) || [0, 4].contains($0 / 8)
    }
    let centers = towns + [Coordinate(600_000, 50_000)]
    let grid = TileGrid(centers: centers, neighbors: pairs + rim.map { ($0, 40) })
    for axis in 0..<2 {
      let used = Set(grid.cells.map { $0[axis] })
      #expect(used == Set(0..<used.count))
    }
  }

  @Test("Between islands that do not touch one empty column is left, however far apart they are.")
  func apart() {
    let (block, pairs) = lattice(columns: 3, rows: 3)
    let grid = TileGrid(centers: block + [Coordinate(600_000, 30_000)], neighbors: pairs)
    #expect(Set(grid.cells.map(\.x)) == [0, 1, 2, 4])
  }

  @Test(
    "Of random areas no two share a cell, the shares are what they are counted to be, and the same input gives the same grid.",
    arguments: 1...12)
  func random(seed: Int) {
    var dice = SplitMix(state: UInt64(seed))
    let count = 1 + dice.next(below: 40)
    let centers = (0..<count).map { _ in
      Coordinate(Double(dice.next(below: 1000)), Double(dice.next(below: 1000)))
    }
    let pairs = (0..<count).flatMap { first in
      (first + 1..<max(first + 1, count)).compactMap { second -> (Int, Int)? in
        let offset = centers[second] - centers[first]
        return (offset * offset).sum() < 250 * 250 ? (first, second) : nil
      }
    }
    let grid = TileGrid(centers: centers, neighbors: pairs)
    #expect(Set(grid.cells).count == count)
    #expect(grid.cells.allSatisfy { $0.x >= 0 && $0.y >= 0 })
    #expect(grid.cells.map(\.x).min() == 0)
    #expect(grid.cells.map(\.y).min() == 0)
    let touching = pairs.count { first, second in
      let step = grid.cells[first] &- grid.cells[second]
      return (abs(step.x), abs(step.y)) == (1, 0) || (abs(step.x), abs(step.y)) == (0, 1)
    }
    #expect(grid.keptNeighbors == touching)
    #expect(grid.pairCount == pairs.count)
    #expect(grid == TileGrid(centers: centers, neighbors: pairs))
  }

  @Test("A direction is kept up to 45 degrees, and lost beyond.")
  func directions() {
    func kept(_ east: Double, _ north: Double) -> Int {
      TileGrid(
        cells: [SIMD2(0, 0), SIMD2(1, 0)], centers: [Coordinate(0, 0), Coordinate(east, north)],
        neighbors: [(0, 1)]
      ).keptDirections
    }
    #expect(kept(1, 0) == 1)
    #expect(kept(1, 1) == 1)
    #expect(kept(1, -0.9) == 1)
    #expect(kept(1, 1.1) == 0)
    #expect(kept(-1, 0) == 0)
  }

  @Test("Areas without neighbours, and areas in one place, still get a cell each.")
  func alone() {
    let apart = TileGrid(
      centers: [Coordinate(0, 0), Coordinate(100, 0), Coordinate(0, 100)], neighbors: [])
    #expect(Set(apart.cells).count == 3)
    let together = TileGrid(
      centers: [Coordinate](repeating: Coordinate(5, 5), count: 7), neighbors: [(0, 1), (2, 3)])
    #expect(Set(together.cells).count == 7)
    #expect(TileGrid(centers: [], neighbors: []).cells.isEmpty)
  }

  @Test("Tiles are drawn as squares of one size that do not touch.")
  func ground() {
    let (centers, pairs) = lattice(columns: 3, rows: 2)
    let ground = TileGrid(centers: centers, neighbors: pairs).ground
    #expect(!ground.isProjected)
    for polygons in ground.areas {
      #expect(abs((polygons.first?.exterior.signedArea ?? 0) - 0.95 * 0.95) < 1e-12)
    }
    let boxes = ground.areas.compactMap { Extent($0) }
    for (index, box) in boxes.enumerated() {
      for other in boxes.dropFirst(index + 1) {
        let gap = pointwiseMax(other.minimum - box.maximum, box.minimum - other.maximum)
        #expect(gap.max() > 0.04)
      }
    }
  }
}
