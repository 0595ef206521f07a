/// Who is whose neighbour, and how much each neighbour counts.
///
/// Rows are areas in layer order, stored one after the other: the neighbours of area `i` stand in
/// `neighbors[offsets[i]..<offsets[i + 1]]`, ascending, with their weights at the same places.
/// Memory is linear in the number of links. No area is its own neighbour, every weight is
/// positive, and nothing requires the relation to be mutual.
public struct SpatialWeights: Sendable, Hashable {
  /// Where each row starts; one more entry than there are areas.
  public let offsets: [Int]
  /// Area indices, row after row, ascending within a row.
  public let neighbors: [Int]
  /// The weight of each neighbour, positive and finite.
  public internal(set) var weights: [Double]

  /// Whether the weights of each row add up to one, and shall do so among any of the areas.
  public private(set) var isRowStandardized = false

  /// Weights given row by row: the neighbours of each area with their weights.
  ///
  /// A weight of zero says that two areas are no neighbours, and is dropped. It is a mistake of
  /// the caller to give a negative or non-finite weight, a neighbour twice, or an area itself.
  public init(rows: [[(neighbor: Int, weight: Double)]]) {
    var offsets = [0]
    var neighbors: [Int] = []
    var weights: [Double] = []
    offsets.reserveCapacity(rows.count + 1)
    for (area, row) in rows.enumerated() {
      var last = -1
      for link in row.sorted(by: { $0.neighbor < $1.neighbor }) where link.weight != 0 {
        precondition(link.weight > 0 && link.weight.isFinite, "a weight is positive and finite")
        precondition(link.neighbor != area, "an area is not its own neighbour")
        precondition(link.neighbor > last && link.neighbor < rows.count, "neighbours are distinct")
        last = link.neighbor
        neighbors.append(link.neighbor)
        weights.append(link.weight)
      }
      offsets.append(neighbors.count)
    }
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
  }

  /// Binary weights of mutual neighbours: 1 for each pair, either way round.
  public init(areaCount: Int, pairs: some Sequence<(Int, Int)>) {
    var rows = [[(neighbor: Int, weight: Double)]](repeating: [], count: areaCount)
    for (first, second) in pairs {
      rows[first].append((second, 1))
      rows[second].append((first, 1))
    }
    self.init(rows: rows)
  }

  /// Number of areas, islands included.
  public var areaCount: Int { offsets.count - 1 }

  /// Where the row of `area` stands in `neighbors` and `weights`.
  public func row(of area: Int) -> Range<Int> { offsets[area]..<offsets[area + 1] }

  /// The neighbours of `area`, ascending.
  public func neighbors(of area: Int) -> ArraySlice<Int> { neighbors[row(of: area)] }

  /// The areas without any neighbour, ascending. They have no local statistic.
  public var islands: [Int] { (0..<areaCount).filter { row(of: $0).isEmpty } }

  /// Whether every neighbour counts the same, namely 1.
  public var isBinary: Bool { weights.allSatisfy { $0 == 1 } }

  /// The same neighbours, with the weights of each row divided by their sum.
  ///
  /// Islands stay islands. Statistics leave areas without a value out first and standardise what
  /// is left, so that rows add up to one there too. z and p of local statistics do not change
  /// with the scale of a row.
  public func rowStandardized() -> SpatialWeights {
    var standardized = self
    standardized.isRowStandardized = true
    for area in 0..<areaCount {
      let row = row(of: area)
      let sum = weights[row].reduce(0, +)
      for link in row { standardized.weights[link] /= sum }
    }
    return standardized
  }

  /// The weights among `kept` areas only, renumbered in their order; `kept` is ascending.
  /// Standardised rows are standardised anew.
  func restricted(to kept: [Int]) -> SpatialWeights {
    if kept.count == areaCount { return self }
    var position = [Int](repeating: -1, count: areaCount)
    for (new, old) in kept.enumerated() { position[old] = new }
    let restricted = SpatialWeights(
      rows: kept.map { area in
        row(of: area).compactMap { link in
          let neighbor = position[neighbors[link]]
          return neighbor < 0 ? nil : (neighbor, weights[link])
        }
      })
    return isRowStandardized ? restricted.rowStandardized() : restricted
  }
}
