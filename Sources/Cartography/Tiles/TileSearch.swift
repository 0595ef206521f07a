import Geography

/// The search for a tile grid: areas move to free cells or change places as long as that makes
/// the grid better, from several beginnings; then the best is shaken and mended again.
///
/// A grid is the better the less its pairs of neighbours are torn apart, the less they and those
/// with a neighbour in common are turned, and the less areas are moved. Everything is tried in a fixed order, so that the result is always the same.
struct TileSearch {
  /// Where each area would stand if cells were no matter, in cells, y southward.
  private let positions: [Coordinate]
  /// The ties of all areas, one area after the other.
  private let ties: [Tie]
  /// Where the ties of each area begin; the last entry is where all end.
  private let starts: [Int]
  /// One over the length of a step, by its square: roots and divisions would take half the time.
  private let perLength: [Double]
  private var cells: [SIMD2<Int>]
  private var grid: TileField

  /// An area that another one should keep its direction to.
  private struct Tie {
    var other: Int
    /// The direction on the ground, of length one, y southward.
    var direction: Coordinate
    /// Whether the two touch, and should on the grid.
    var isNeighbor: Bool
  }

  /// The cell of each area in the best grid that was found.
  static func cells(centers: [Coordinate], neighbors: [(Int, Int)]) -> [SIMD2<Int>] {
    guard centers.count > 1 else { return centers.map { _ in SIMD2(0, 0) } }
    let length = typicalDistance(centers, neighbors)
    var best: TileSearch?
    // Fewer tries for many areas: a try takes as long as there are areas.
    let tries = max(1, min(6, 600 / centers.count))
    for attempt in 0..<tries {
      let scale = [1, 0.85, 1.15, 0.75, 1.3][attempt % 5]
      let shift = [(0.0, 0.0), (0.5, 0), (0, 0.5), (0.5, 0.5)][attempt / 5 % 4]
      var search = TileSearch(
        centers, neighbors, length: length * scale, shift: Coordinate(shift.0, shift.1))
      search.improve()
      if search.cost < best?.cost ?? .infinity { best = search }
    }
    guard var best else { return [] }
    best.push()
    var dice = SplitMix(state: 1)
    for _ in 0..<min(40, 1000 / centers.count) {
      var shaken = best
      shaken.shake(&dice)
      shaken.improve()
      if shaken.cost < best.cost - 1e-9 { best = shaken }
    }
    best.push()
    return best.cells
  }

  /// Puts areas where they belong and pushes who stands there aside, with the whole row or column,
  /// as long as that helps: what no exchange of two can do.
  private mutating func push() {
    // What a push costs grows with the square of the number of areas.
    guard cells.count <= 200 else { return }
    for _ in 0..<8 {
      var hasPushed = false
      for area in cells.indices {
        var best = self
        let home = SIMD2(Int(positions[area].x.rounded()), Int(positions[area].y.rounded()))
        for direction in TileSearch.directions {
          var pushed = self
          guard pushed.push(area, to: home, toward: direction) else { continue }
          if pushed.cost < best.cost - 1e-9 { best = pushed }
        }
        guard best.cells != cells else { continue }
        self = best
        improve()
        hasPushed = true
      }
      if !hasPushed { return }
    }
  }

  private static let directions = [SIMD2(1, 0), SIMD2(0, 1), SIMD2(-1, 0), SIMD2(0, -1)]

  /// Puts an area into a cell, and who was there into the next one, until one is free; says
  /// whether there was one.
  private mutating func push(
    _ area: Int, to target: SIMD2<Int>, toward direction: SIMD2<Int>
  ) -> Bool {
    guard target != cells[area] else { return false }
    grid[cells[area]] = -1
    var (moving, cell) = (Int32(area), target)
    while grid.holds(cell) {
      let next = grid[cell]
      grid[cell] = moving
      cells[Int(moving)] = cell
      if next < 0 { return true }
      (moving, cell) = (next, cell &+ direction)
    }
    return false
  }

  private init(
    _ centers: [Coordinate], _ pairs: [(Int, Int)], length: Double, shift: Coordinate
  ) {
    let scaled = centers.map { Coordinate($0.x, -$0.y) / length }
    let corner = scaled.reduce(Coordinate(repeating: .infinity)) { pointwiseMin($0, $1) }
    let margin = Coordinate(repeating: TileField.margin(areaCount: centers.count))
    positions = scaled.map { $0 - corner + margin + shift }
    (ties, starts) = TileSearch.ties(positions, pairs)
    grid = TileField(around: positions)
    perLength = (0...grid.columns * grid.columns + grid.rows * grid.rows).map {
      1 / Double($0).squareRoot()
    }
    cells = []
    for (area, position) in positions.enumerated() {
      let cell = grid.freeCell(nearest: position)
      grid[cell] = Int32(area)
      cells.append(cell)
    }
  }

  /// The neighbours of each area, then their other neighbours.
  private static func ties(_ positions: [Coordinate], _ pairs: [(Int, Int)]) -> ([Tie], [Int]) {
    var neighbors = [[Int]](repeating: [], count: positions.count)
    for (first, second) in pairs {
      neighbors[first].append(second)
      neighbors[second].append(first)
    }
    var ties: [Tie] = []
    var starts = [0]
    for area in positions.indices {
      let near = Set(neighbors[area])
      let far = Set(neighbors[area].flatMap { neighbors[$0] }).subtracting(near).subtracting([area])
      for other in near.sorted() + far.sorted() {
        let offset = positions[other] - positions[area]
        let length = (offset * offset).sum().squareRoot()
        ties.append(
          Tie(
            other: other, direction: length > 0 ? offset / length : offset,
            isNeighbor: near.contains(other)))
      }
      starts.append(ties.count)
    }
    return (ties, starts)
  }

  /// The middle one of all distances between neighbours; without neighbours, what areas would
  /// have if they filled their box evenly.
  private static func typicalDistance(_ centers: [Coordinate], _ pairs: [(Int, Int)]) -> Double {
    let lengths = pairs.map { first, second in
      let offset = centers[second] - centers[first]
      return (offset * offset).sum().squareRoot()
    }.filter { $0 > 0 }.sorted()
    let low = centers.reduce(Coordinate(repeating: .infinity)) { pointwiseMin($0, $1) }
    let high = centers.reduce(Coordinate(repeating: -.infinity)) { pointwiseMax($0, $1) }
    let side = (high - low).max()
    let even = side > 0 ? side / Double(centers.count).squareRoot() : 1
    // Neighbours that all but coincide must not blow the grid up.
    return lengths.isEmpty ? even : max(lengths[lengths.count / 2], even / 8)
  }

  /// What the move of an area costs.
  private func moveCost(of area: Int) -> Double {
    let moved = Coordinate(Double(cells[area].x), Double(cells[area].y)) - positions[area]
    return 0.12 * (moved * moved).sum()
  }

  /// What an area's ties cost that are torn and turned.
  private func pairCost(of area: Int) -> Double {
    var cost = 0.0
    for index in starts[area]..<starts[area + 1] {
      let tie = ties[index]
      let step = cells[tie.other] &- cells[area]
      let offset = Coordinate(Double(step.x), Double(step.y))
      let turn = 1 - (offset * tie.direction).sum() * perLength[step.x * step.x + step.y * step.y]
      guard tie.isNeighbor else {
        cost += 0.4 * turn
        continue
      }
      let distance = Double(abs(step.x) + abs(step.y))
      cost += (distance > 1 ? 0.5 + 0.5 * min(6, distance - 1) : 0) + 0.6 * turn
    }
    return cost
  }

  /// What the whole grid costs; each pair counts once.
  private var cost: Double {
    cells.indices.reduce(0) { $0 + moveCost(of: $1) + pairCost(of: $1) / 2 }
  }

  /// What changes when an area moves, or two change places.
  private func cost(of area: Int, and other: Int32) -> Double {
    let own = moveCost(of: area) + pairCost(of: area)
    return other < 0 ? own : own + moveCost(of: Int(other)) + pairCost(of: Int(other))
  }

  /// Moves each area to the better cells around it until no move helps.
  private mutating func improve() {
    for _ in 0..<30 {
      var hasMoved = false
      for area in cells.indices where move(area) { hasMoved = true }
      if !hasMoved { return }
    }
  }

  /// Puts an area into the best cell nearby, in exchange with whoever is there; says whether that
  /// is another one than before.
  private mutating func move(_ area: Int) -> Bool {
    let start = cells[area]
    var best = (gain: 1e-9, cell: start)
    let reach = 2
    let own = cost(of: area, and: -1)
    for y in max(0, start.y - reach)...min(grid.rows - 1, start.y + reach) {
      for x in max(0, start.x - reach)...min(grid.columns - 1, start.x + reach) {
        let cell = SIMD2(x, y)
        guard cell != start else { continue }
        let other = grid[cell]
        let before = own + (other < 0 ? 0 : cost(of: Int(other), and: -1))
        exchange(area, cell)
        let after = cost(of: area, and: other)
        exchange(area, start)
        if before - after > best.gain { best = (before - after, cell) }
      }
    }
    guard best.cell != start else { return false }
    exchange(area, best.cell)
    return true
  }

  /// Puts an area into a cell, and who was there into its own.
  private mutating func exchange(_ area: Int, _ cell: SIMD2<Int>) {
    let (start, other) = (cells[area], grid[cell])
    grid[start] = other
    grid[cell] = Int32(area)
    cells[area] = cell
    if other >= 0 { cells[Int(other)] = start }
  }

  /// Throws a few areas into cells near their neighbours.
  private mutating func shake(_ dice: inout SplitMix) {
    for _ in 0..<3 {
      let area = dice.next(below: cells.count)
      let step = SIMD2(dice.next(below: 7) - 3, dice.next(below: 7) - 3)
      let cell = cells[area] &+ step
      guard grid.holds(cell) else { continue }
      exchange(area, cell)
    }
  }
}

/// The numbers of Steele, Lea and Flood (2014): enough to shake a grid, the same on every machine.
struct SplitMix {
  var state: UInt64

  /// A number from 0 to below `limit`.
  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
  }
}
