import Diagnostics
import Geography
import Testing

@testable import SpatialStatistics

/// A layer of small squares around the given longitudes and latitudes, coded a, b, c, …
private func squares(_ centers: [(Double, Double)]) -> AreaLayer {
  AreaLayer(
    zip("abcdefghijklmnopqrstuvwxyz", centers).map { letter, center in
      let corners = [(-0.01, -0.01), (0.01, -0.01), (0.01, 0.01), (-0.01, 0.01), (-0.01, -0.01)]
      let ring = Ring(
        ContiguousArray(corners.map { Coordinate(center.0 + $0.0, center.1 + $0.1) }))
      return Area(code: String(letter), name: .init(), polygons: [Polygon(exterior: ring)])
    })
}

private func rows(_ weights: SpatialWeights) -> [[Int]] {
  (0..<weights.areaCount).map { Array(weights.neighbors(of: $0)) }
}

struct SpatialWeightsTests {
  private let contiguity = Contiguity(
    areaCount: 5,
    pairs: [
      .init(first: 0, second: 1, sharedLength: 1200),
      .init(first: 1, second: 2, sharedLength: 0),
      .init(first: 2, second: 3, sharedLength: 0, isNearMiss: true),
      .init(first: 0, second: 3, sharedLength: 1),
    ], tolerance: 1)

  @Test("Rook takes shared boundary, queen any touch, neither takes near-misses.")
  func contiguous() {
    let rook = SpatialWeights.rook(contiguity)
    #expect(rows(rook) == [[1, 3], [0], [], [0], []])
    #expect(rook.islands == [2, 4])
    #expect(rook.isBinary)
    let queen = SpatialWeights.queen(contiguity)
    #expect(rows(queen) == [[1, 3], [0, 2], [1], [0], []])
    #expect(queen.islands == [4])
  }

  @Test("Standardised rows add up to 1, and islands stay islands.")
  func standardized() {
    let weights = SpatialWeights(rows: [[(1, 1), (2, 3)], [(0, 5)], []]).rowStandardized()
    #expect(weights.weights == [0.25, 0.75, 1])
    #expect(weights.islands == [2])
  }

  @Test("Standardised rows add up to one among the areas that have a value, too.")
  func standardizedAmidGaps() throws {
    // 0 – 3; 3 – 4 and 6; 4 – 5; 5 – 2 and 8. Mean 22, z = −22 · −18 −13 −6 3 14 · 42.
    let values: [Double?] = [0, nil, 4, 9, 16, 25, 36, nil, 64]
    let weights = lattice(3, 3).rowStandardized()
    let moran = try GlobalMoran.randomization.result(for: values, weights: weights)
    // Each z times the mean of its neighbours' z: 286 − 54 + 182/3 + 30 + 18 − 182 + 126.
    #expect(close(moran.statistic, 854.0 / 3 / 2982, within: 1e-12))
    let standardized = try LocalMoran().results(for: values, weights: weights)
    let binary = try LocalMoran().results(for: values, weights: lattice(3, 3))
    // m₂ = 2982/6 = 497, and area 3 has three neighbours with a mean of −14/3.
    #expect(close(standardized[3].statistic, -13 * -14 / 3.0 / 497, within: 1e-12))
    for (one, other) in zip(standardized, binary) {
      #expect(close(one.z, other.z, within: 1e-12))
      #expect(one.p == other.p)
    }
  }

  @Test("Areas equally far but for rounding weigh the same, and p cannot fall below 2 / C(8, 2).")
  func equallyFar() throws {
    let row = squares((0..<9).map { (0.1 * Double($0), 2) })
    let weights = try SpatialWeights.inverseDistance(within: 15_000, in: row)
    #expect(Set(weights.weights).count > 1)
    #expect(Set(weights.leveled().weights).count <= 9)
    let results = try GetisOrd.star.results(
      for: [1, 9, 2, 8, 3, 7, 4, 6, 5], weights: weights)
    for area in 1..<8 {
      #expect(results[area].pMin == 2.0 / 28)
      #expect(results[area].cluster == .notTestable)
    }
    let apart = SpatialWeights(rows: [[(1, 1), (2, 1 + 1e-8)], [], []])
    #expect(apart.leveled() == apart)
  }

  @Test("A weight of zero is no neighbour.")
  func zeroWeight() {
    #expect(SpatialWeights(rows: [[(1, 0)], [(0, 1)]]).islands == [0])
  }

  @Test("The nearest areas come first, and ties go to the first in the layer.")
  func nearest() throws {
    let layer = squares([(104, 12), (105, 12), (103, 12), (104, 14)])
    #expect(rows(try .nearest(1, in: layer)) == [[1], [0], [0], [0]])
    #expect(rows(try .nearest(2, in: layer)) == [[1, 2], [0, 2], [0, 1], [0, 1]])
  }

  @Test("Neighbours are found across the antimeridian.")
  func antimeridian() throws {
    let layer = squares([(179.9, 0), (-179.9, 0), (170, 0)])
    #expect(rows(try .nearest(1, in: layer)) == [[1], [0], [0]])
  }

  @Test("Asking for no neighbours, or for more than there are, is refused.")
  func impossibleNearest() {
    let layer = squares([(104, 12), (105, 12)])
    #expect(
      throws: Problem(
        "'2' nearest neighbours are asked for, but an area has only 1 others",
        remedy: "ask for fewer")
    ) { try SpatialWeights.nearest(2, in: layer) }
    #expect(
      throws: Problem(
        "'0' nearest neighbours leave every area alone", remedy: "ask for at least 1")
    ) { try SpatialWeights.nearest(0, in: layer) }
  }

  @Test("A distance band is in metres over ground.")
  func distanceBand() throws {
    // One degree of longitude at 12° N is 108,902.59 m on WGS 84 (GeographicLib).
    let layer = squares([(104, 12), (105, 12), (107, 12)])
    #expect(rows(try .within(metres: 108_902, in: layer)) == [[], [], []])
    #expect(rows(try .within(metres: 108_903, in: layer)) == [[1], [0], []])
    #expect(
      throws: Problem(
        "the distance '-1.0' m is not a positive number",
        remedy: "give the distance band in metres")
    ) { try SpatialWeights.within(metres: -1, in: layer) }
  }

  @Test("Inverse distance weighs by metres, to a power.")
  func inverseDistance() throws {
    let layer = squares([(104, 12), (105, 12), (107, 12)])
    let weights = try SpatialWeights.inverseDistance(in: layer)
    #expect(rows(weights) == [[1, 2], [0, 2], [0, 1]])
    #expect(close(weights.weights[0] * 108_902.59, 1, within: 1e-6))
    let squared = try SpatialWeights.inverseDistance(power: 2, in: layer)
    #expect(close(squared.weights[0] / (weights.weights[0] * weights.weights[0]), 1))
    let banded = try SpatialWeights.inverseDistance(within: 150_000, in: layer)
    #expect(rows(banded) == [[1], [0], []])
  }

  @Test("More pairs of neighbours than fit are refused before they fill the memory.")
  func tooManyPairs() {
    let layer = squares([(104, 12), (105, 12), (107, 12)])
    #expect(
      throws: Problem(
        "3 areas have more than 2 pairs of neighbours at this distance",
        remedy: "give a shorter distance, or ask for the nearest few")
    ) { try SpatialWeights.banded(metres: nil, in: layer, mostPairs: 2) { _, _, _ in 1 } }
    #expect(throws: Never.self) {
      try SpatialWeights.banded(metres: nil, in: layer, mostPairs: 3) { _, _, _ in 1 }
    }
  }

  @Test("Inverse distance refuses areas in the same place, and a useless power.")
  func impossibleInverseDistance() {
    #expect(
      throws: Problem(
        "areas 'a' and 'b' lie 0.0 m apart, which gives no usable inverse distance",
        remedy: "use contiguity, nearest neighbours or a distance band")
    ) { try SpatialWeights.inverseDistance(in: squares([(104, 12), (104, 12)])) }
    #expect(
      throws: Problem(
        "the power '0.0' of inverse distance is not a positive number", remedy: "use 1 or 2")
    ) { try SpatialWeights.inverseDistance(power: 0, in: squares([(104, 12)])) }
  }
}

struct WeightsEditTests {
  private let weights = SpatialWeights(areaCount: 4, pairs: [(0, 1), (1, 2)])
  private let codes = ["09", "12", "18", "20"]

  @Test("Joining and cutting work both ways.")
  func edits() throws {
    let edited = try weights.edited(
      [
        WeightsEdit(.join, 3, 0, reason: "a ferry"),
        WeightsEdit(.cut, 2, 1, reason: "a mountain range"),
      ], codes: codes)
    #expect(rows(edited) == [[1, 3], [0], [], [0]])
    #expect(try weights.edited([], codes: codes) == weights)
  }

  @Test("Edits that change nothing or make no sense are refused together.")
  func refusedEdits() {
    let place = Place(file: "cambodia.yaml", line: 7)
    let problems = #expect(throws: Problems.self) {
      try weights.edited(
        [
          WeightsEdit(.join, 0, 1, reason: "a bridge", at: place),
          WeightsEdit(.cut, 0, 3, reason: "a river"),
          WeightsEdit(.join, 2, 2, reason: "a loop"),
          WeightsEdit(.join, 0, 2, reason: " "),
        ], codes: codes)
    }
    #expect(
      problems?.description == """
        cambodia.yaml:7: '09' and '12' are neighbours already; remove the edit
        '09' and '20' are no neighbours; remove the edit
        area '18' cannot be its own neighbour; name two areas
        the edit of '09' and '18' gives no reason; say why; the reason is published
        """)
  }

  @Test("Weights that are not binary cannot be edited.")
  func notBinary() {
    let edit = WeightsEdit(.join, 0, 2, reason: "a ferry")
    #expect(
      throws: Problems([
        Problem(
          "neighbours can be joined and cut in binary weights only",
          remedy: "edit contiguity, nearest neighbours or a distance band before standardising")
      ])
    ) { try SpatialWeights(rows: [[(1, 2)], [], []]).edited([edit], codes: codes) }
  }
}

struct CentroidTests {
  @Test("The centroid is the centre of gravity of all pieces, less the holes.")
  func centroid() {
    func square(_ x: Double, _ y: Double, _ side: Double) -> Ring {
      Ring([
        Coordinate(x, y), Coordinate(x + side, y), Coordinate(x + side, y + side),
        Coordinate(x, y + side), Coordinate(x, y),
      ])
    }
    let plain = Polygon(exterior: square(100, 10, 2))
    let holed = Polygon(exterior: square(104, 10, 2), holes: [square(105, 10, 1)])
    let area = Area(code: "1", name: .init(), polygons: [plain, holed])
    // (4·(101, 11) + 4·(105, 11) − 1·(105.5, 10.5)) / 7
    let expected = Coordinate((404 + 420 - 105.5) / 7, (44 + 44 - 10.5) / 7)
    #expect(close(area.centroid.x, expected.x))
    #expect(close(area.centroid.y, expected.y))
    #expect(Area(code: "1", name: .init(), polygons: [plain]).centroid == Coordinate(101, 11))
  }
}
