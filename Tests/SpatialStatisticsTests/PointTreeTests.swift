import Testing

@testable import SpatialStatistics

struct PointTreeTests {
  @Test("The tree finds what a look at every point finds, equal points and equal distances too.")
  func bruteForce() {
    var generator = SeededGenerator(3)
    for count in [1, 2, 3, 10, 200] {
      let points = (0..<count).map { _ in
        // A coarse grid, so that many points coincide.
        SIMD3<Double>(
          Double(Int.random(in: 0...6, using: &generator)),
          Double(Int.random(in: 0...6, using: &generator)),
          Double(Int.random(in: 0...2, using: &generator)))
      }
      let tree = PointTree(points)
      for center in points.indices.prefix(20) {
        let distances = points.map { point in
          let offset = point - points[center]
          return (offset * offset).sum().squareRoot()
        }
        for reach in [0, 1, 2.5, 100] {
          let expected = points.indices.filter { $0 != center && distances[$0] <= reach }
          #expect(tree.points(within: reach, of: center).sorted() == expected)
        }
        let others = points.indices.filter { $0 != center }.map { distances[$0] }.sorted()
        for number in [1, 2, 7] where number <= others.count {
          #expect(tree.reach(of: number, around: center) == others[number - 1])
        }
      }
    }
  }
}
