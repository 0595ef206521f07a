import Geography

/// A rectangle with corners in whole numbers of `degrees`, counter-clockwise from the south-west.
func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
  polygon([(west, south), (east, south), (east, north), (west, north)])
}

/// A polygon without holes; the first corner is repeated.
func polygon(_ corners: [(Double, Double)]) -> Polygon {
  let coordinates = corners.map { Coordinate($0.0, $0.1) }
  return Polygon(exterior: Ring(ContiguousArray(coordinates + coordinates.prefix(1))))
}

func area(_ code: String, _ polygons: Polygon...) -> Area {
  Area(code: code, name: LocalizedText(), polygons: polygons)
}

/// Squares in `rows` × `columns`, coded `row-column` so that code order is row order;
/// `move` shifts each corner of the grid, the same for all squares that meet there.
func lattice(
  rows: Int, columns: Int, size: Double = 0.01, origin: Coordinate = .zero,
  move: (Int, Int) -> Coordinate = { _, _ in .zero }
) -> AreaLayer {
  func corner(_ row: Int, _ column: Int) -> (Double, Double) {
    let place = origin + Coordinate(Double(column), Double(row)) * size + move(row, column)
    return (place.x, place.y)
  }
  func code(_ number: Int) -> String { String(1_000 + number) }
  var areas: [Area] = []
  for row in 0..<rows {
    for column in 0..<columns {
      let corners = [
        corner(row, column), corner(row, column + 1), corner(row + 1, column + 1),
        corner(row + 1, column),
      ]
      areas.append(area(code(row * columns + column), polygon(corners)))
    }
  }
  return AreaLayer(areas)
}

/// SplitMix64 (Steele, Lea, Flood 2014), for properties over random input that can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
