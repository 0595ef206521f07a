import Geography
import Testing

@testable import Cartography

@Suite struct DrawingTests {
  @Test("Path data are relative tenths, each as short as it can be.")
  func path() {
    let ring = Ring([
      Coordinate(1, -2), Coordinate(3.5, -2), Coordinate(3.5, -2.04), Coordinate(3.44, 7),
      Coordinate(1, -2),
    ])
    let path = PathData([ring], transform: PixelTransform(scale: 1, offset: Coordinate(0, 0)))
    #expect(String(decoding: path.bytes, as: UTF8.self) == "m1 2l2.5 0-.1-9z")
  }

  @Test("A second point needs no space before it, a whole number does.")
  func points() {
    let ring = Ring([
      Coordinate(0, 0), Coordinate(0.5, -0.5), Coordinate(1.5, -0.7), Coordinate(1.9, -1.7),
      Coordinate(1.9, -2.0), Coordinate(0, 0),
    ])
    let path = PathData([ring], transform: PixelTransform(scale: 1, offset: Coordinate(0, 0)))
    #expect(String(decoding: path.bytes, as: UTF8.self) == "m0 0l.5.5 1 .2.4 1 0 .3z")
  }

  @Test("A line that two areas share is drawn once.")
  func sharedLines() {
    func square(_ x: Double) -> Ring {
      Ring([
        Coordinate(x, 0), Coordinate(x + 1, 0), Coordinate(x + 1, 1), Coordinate(x, 1),
        Coordinate(x, 0),
      ])
    }
    let lines = LinePath(
      [square(0), square(1)], transform: PixelTransform(scale: 10, offset: Coordinate(0, 10)))
    #expect(
      String(decoding: lines.bytes, as: UTF8.self)
        == "m0 10l10 0 0-10-10 0 0 10m10 0l10 0 0-10-10 0")
  }

  @Test("Neighbours' shared vertices stay the same after rounding.")
  func sharedVertices() {
    let transform = PixelTransform(scale: 0.37, offset: Coordinate(11.3, 220.7))
    let shared = (0..<50).map { Coordinate(Double($0) * 1.37, Double($0 * $0 % 17) * 0.71) }
    let forward = shared.map(transform.tenths)
    let backward = shared.reversed().map(transform.tenths)
    #expect(forward == backward.reversed())
  }

  @Test("Text is escaped, control characters are replaced.")
  func escaping() {
    var markup = MarkupWriter()
    markup.element("a", [("b", "\"'<&\n")], text: "</a><script>\u{0}\u{1F}ខ្មែរ")
    #expect(
      String(decoding: markup.bytes, as: UTF8.self)
        == "<a b=\"&quot;&#39;&lt;&amp; \">&lt;/a&gt;&lt;script&gt;\u{FFFD}\u{FFFD}ខ្មែរ</a>\n")
  }

  @Test("Positions are written in hundredths at most.")
  func positions() {
    #expect(
      [0, 1, -0.5, 12.345, -3.004, 7.1].map(\.short) == ["0", "1", "-0.5", "12.35", "-3", "7.1"])
  }

  @Test("Clipping keeps what lies inside the box.")
  func clipping() throws {
    let ring = Ring([
      Coordinate(-1, -1), Coordinate(3, -1), Coordinate(3, 3), Coordinate(-1, 3),
      Coordinate(-1, -1),
    ])
    let box = Extent(minimum: Coordinate(0, 0), maximum: Coordinate(2, 1))
    #expect(ring.clipped(to: box).map { abs($0.signedArea) } == 2)
    let away = Extent(minimum: Coordinate(5, 5), maximum: Coordinate(6, 6))
    #expect(ring.clipped(to: away) == nil)
  }
}
