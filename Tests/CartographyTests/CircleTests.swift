import Geography
import Testing

@testable import Cartography

@Suite struct CircleTests {
  @Test(
    "The area of a circle is proportional to its value, whatever the values.", arguments: 1...20)
  func proportional(seed: Int) throws {
    var dice = SplitMix(state: UInt64(seed))
    let values = (0..<30).map { _ in Double(dice.next(below: 1_000_000)) }
    let scale = try #require(CircleScale(values, largestRadius: 42))
    #expect(scale.radius(of: values.max() ?? 0) == 42)
    for value in values {
      let radius = scale.radius(of: value)
      #expect(abs(radius * radius / (42 * 42) - value / scale.largest) < 1e-12)
    }
  }

  @Test(
    "The values of a size legend stand a line apart and within it, however small its circles.",
    arguments: [2.0, 8, 20, 60])
  func legend(radius: Double) throws {
    let legend = SizeLegend(
      title: "People",
      sizes: [("5,000", 1), ("2,000", 0.6), ("1,000", 0.4)].map { text, share in
        SizeLegend.Size(radius: radius * share, text: text)
      }, fill: .color(.white))
    let sheet = MapSheet(
      id: "a", language: "en", headline: "", subtitle: "", description: "", areasLabel: "",
      areas: [], legend: Legend(label: "", title: "", classes: [], othersTitle: "", others: []),
      notes: [], credits: [])
    var svg = MarkupWriter()
    legend.write(
      to: &svg, x: 0, y: 100, scale: 1, size: 12,
      paint: Paint(of: sheet, on: BaseMap(Ground(areas: []), format: .desktop)))
    let text = String(decoding: svg.bytes, as: UTF8.self)
    let baselines = text.matches(of: /<text [^>]*y="([\d.]+)"/).compactMap { Double($0.output.1) }
    #expect(baselines.count == 3)
    for (upper, lower) in zip(baselines, baselines.dropFirst()) { #expect(lower - upper >= 15.5) }
    #expect(baselines[0] >= 100 + 8)
    #expect(baselines[2] <= 100 + legend.height(scale: 1, size: 12))
  }

  @Test("Nothing has no scale, and nothing below zero has a size.")
  func none() throws {
    #expect(CircleScale([], largestRadius: 1) == nil)
    #expect(CircleScale([0, -3], largestRadius: 1) == nil)
    let scale = try #require(CircleScale([4], largestRadius: 10))
    #expect(scale.radius(of: 1) == 5)
    #expect(scale.radius(of: 0) == 0)
    #expect(scale.radius(of: -1) == 0)
  }

  @Test(
    "A legend shows three round values, none larger than the largest.",
    arguments: [
      (2_281_951, [2_000_000, 500_000, 100_000]), (1, [1, 0.2, 0.05]), (9.99, [5, 2, 0.2]),
      (0.004, [0.002, 0.001, 0.0002]),
    ] as [(Double, [Double])])
  func legend(largest: Double, expected: [Double]) throws {
    let scale = try #require(CircleScale([largest], largestRadius: 1))
    for (value, wanted) in zip(scale.legendValues(), expected) {
      #expect(abs(value - wanted) < wanted * 1e-9, "\(value)")
    }
  }

  @Test("A drawn circle is a polygon of the circle's area.")
  func polygon() {
    let circle = Circle(center: Coordinate(3, -4), radius: 2)
    #expect(abs(circle.polygon.exterior.signedArea - 4 * .pi) < 1e-9)
  }

  @Test("The largest circle is drawn first; areas without one before all.")
  func order() {
    let circles = [2.0, 5, nil, 1, 5].map { radius in
      radius.map { Circle(center: Coordinate(0, 0), radius: $0) }
    }
    #expect(circles.largestFirst == [2, 1, 4, 0, 3])
  }

  @Test("Circles stand in their area, even where its centre of gravity lies outside.")
  func inner() throws {
    // A horseshoe, open to the east.
    let corners: [(Double, Double)] = [
      (0, 0), (10, 0), (10, 2), (2, 2), (2, 8), (10, 8), (10, 10), (0, 10), (0, 0),
    ]
    let shoe = Polygon(exterior: Ring(ContiguousArray(corners.map { Coordinate($0, $1) })))
    let ground = Ground(areas: [[shoe]])
    #expect(ground.centers[0].x > 2)
    let point = try #require(ground.innerCenters.first)
    #expect(point.x > 0 && point.x < 2 && point.y > 2 && point.y < 8)
  }
}

@Suite struct DorlingCartogramTests {
  @Test(
    "No two circles overlap, whatever their sizes and places, and the same input gives the same picture.",
    arguments: 1...12)
  func apart(seed: Int) {
    var dice = SplitMix(state: UInt64(seed))
    let count = 2 + dice.next(below: 40)
    let centers = (0..<count).map { _ in
      // Some fall together.
      Coordinate(Double(dice.next(below: 12)) * 1000, Double(dice.next(below: 12)) * 1000)
    }
    let radii = (0..<count).map { _ in 20 + Double(dice.next(below: 2500)) }
    let pairs = (0..<count - 1).map { ($0, $0 + 1) }
    let cartogram = DorlingCartogram(centers: centers, radii: radii, neighbors: pairs)
    #expect(cartogram.circles.map(\.radius) == radii)
    for (first, circle) in cartogram.circles.enumerated() {
      for other in cartogram.circles.dropFirst(first + 1) {
        let offset = other.center - circle.center
        let distance = (offset * offset).sum().squareRoot()
        #expect(distance >= circle.radius + other.radius - 1e-6)
      }
    }
    #expect(cartogram == DorlingCartogram(centers: centers, radii: radii, neighbors: pairs))
  }

  @Test("Neighbours with room between them come together; strangers stay where they are.")
  func attraction() {
    let centers = [Coordinate(0, 0), Coordinate(10, 0)]
    let together = DorlingCartogram(centers: centers, radii: [1, 1], neighbors: [(0, 1)])
    let distance = together.circles[1].center.x - together.circles[0].center.x
    #expect(distance >= 2 && distance < 9)
    let strangers = DorlingCartogram(centers: centers, radii: [1, 1], neighbors: [])
    #expect(strangers.circles.map(\.center) == centers)
    #expect(strangers.meanMove == 0)
  }

  @Test("One circle, or none, stays where it is.")
  func few() {
    #expect(DorlingCartogram(centers: [], radii: [], neighbors: []).circles.isEmpty)
    let one = DorlingCartogram(centers: [Coordinate(7, 8)], radii: [3], neighbors: [])
    #expect(one.circles == [Circle(center: Coordinate(7, 8), radius: 3)])
  }
}

@Suite struct BivariatePaletteTests {
  @Test("Nine colours that differ, darker with each class, and carry text of 4.5 to 1.")
  func colors() {
    let classes = 0..<BivariatePalette.classCount
    var seen: Set<Color> = []
    for first in classes {
      for second in classes {
        let color = BivariatePalette.color(first, second)
        #expect(seen.insert(color).inserted)
        #expect(color.contrast(with: color.textColor) >= 4.5)
        if first > 0 {
          #expect(color.luminance < BivariatePalette.color(first - 1, second).luminance)
        }
        if second > 0 {
          #expect(color.luminance < BivariatePalette.color(first, second - 1).luminance)
        }
      }
    }
  }

  @Test("A map of circles whose scale bar has no room but below the frame is drawn all the same.")
  func scaleBarBelow() {
    let areas = (0..<10).map { number -> [Polygon] in
      let (x, y) = (Double(number % 5) * 100_000, Double(number / 5) * 100_000)
      let corners = [
        (x, y), (x + 100_000, y), (x + 100_000, y + 100_000), (x, y + 100_000), (x, y),
      ]
      return [Polygon(exterior: Ring(ContiguousArray(corners.map { Coordinate($0.0, $0.1) })))]
    }
    let circles = (0..<10).map { number in
      Circle(
        center: Coordinate(
          Double(number % 5) * 100_000 + 50_000, Double(number / 5) * 100_000 + 50_000),
        radius: 30_000)
    }
    let base = BaseMap(Ground(areas: areas, circles: circles), format: .desktop)
    let bar = base.scaleBar
    #expect(bar.map { $0.box.y > base.frameHeight } == true)
    #expect(base.height >= bar?.box.maxY ?? .infinity)
  }
}
