import Cartography

/// How the figure of one area came to be what it is: what was published before, oldest first,
/// and what is published now.
public struct Trend: Sendable, Hashable {
  /// Values that may be compared, nil for a gap; a new piece begins where the boundaries or the
  /// unit changed. The last value of the last piece is today's.
  public var pieces: [[Double?]]

  /// A trend of pieces.
  public init(pieces: [[Double?]]) {
    self.pieces = pieces
  }

  /// Whether there is more to see than today's value.
  public var isShown: Bool {
    pieces.last?.last.flatMap { $0 } != nil
      && pieces.reduce(0) { $0 + $1.count { $0 != nil } } > 1
  }

  /// The trend in block characters, `¦` where it breaks: `▁▄¦█`.
  public var text: String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    let (low, span) = scale
    return pieces.map { piece in
      String(
        piece.map { value in
          guard let value else { return " " }
          return blocks[Int(((value - low) / span * 7).rounded())]
        })
    }.joined(separator: "¦")
  }

  /// A line of 80 by 20 pixels, with a dot for today and a gap where it breaks.
  ///
  /// - Parameters:
  ///   - label: what a screen reader says in its place.
  func svg(label: String) -> MarkupWriter {
    var svg = MarkupWriter()
    svg.open(
      "svg",
      [
        ("width", "80"), ("height", "20"), ("viewBox", "-40 -40 880 280"), ("role", "img"),
        ("aria-label", label),
      ])
    let (low, span) = scale
    let count = pieces.reduce(0) { $0 + $1.count } + pieces.count - 1
    var place = 0
    func point(_ value: Double) -> (x: Int, y: Int) {
      (
        count > 1 ? place * 800 / (count - 1) : 800,
        200 - Int(((value - low) / span * 200).rounded())
      )
    }
    for piece in pieces {
      var line: [String] = []
      func close() {
        // A single point is a line of no length with round ends.
        if line.count == 1 { line.append(line[0]) }
        if !line.isEmpty {
          svg.empty(
            "polyline",
            [
              ("points", line.joined(separator: " ")), ("fill", "none"),
              ("stroke", "currentColor"), ("stroke-width", "20"), ("stroke-linecap", "round"),
            ])
        }
        line = []
      }
      for value in piece {
        if let value {
          let (x, y) = point(value)
          line.append("\(x),\(y)")
        } else {
          close()
        }
        place += 1
      }
      close()
      place += 1
    }
    if let value = pieces.last?.last.flatMap({ $0 }) {
      place = count - 1
      let (x, y) = point(value)
      svg.empty("circle", [("cx", "\(x)"), ("cy", "\(y)"), ("r", "32"), ("fill", "currentColor")])
    }
    svg.close()
    return svg
  }

  /// The least value and how far the greatest lies above it; in the middle where all are one.
  private var scale: (low: Double, span: Double) {
    let values = pieces.joined().compactMap(\.self)
    guard let low = values.min(), let high = values.max() else { return (0, 1) }
    return high > low ? (low, high - low) : (low - 0.5, 1)
  }
}
