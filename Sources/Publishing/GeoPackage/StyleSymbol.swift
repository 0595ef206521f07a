internal import Cartography

/// Lengths on paper: the maps' pixels of 1/96 inch as millimetres.
private func millimetres(_ pixels: Double) -> String {
  let hundredths = (pixels * 25.4 / 96 * 100).rounded()
  return (hundredths / 100).description
}

extension StyleRule.Mark {
  /// Writes the symbol of a rule.
  func write(to xml: inout MarkupWriter, name: String) {
    xml.open("symbol", [("name", name), ("type", "fill"), ("alpha", "1")])
    switch self {
    case .fill(.color(let color)): xml.simpleFill(color)
    case .fill(.pattern(let pattern)):
      xml.simpleFill(pattern.background)
      pattern.write(to: &xml, symbol: name)
    case .outline:
      xml.layer(
        "SimpleLine", pass: 1,
        [
          ("line_color", Color.black.components), ("line_width", millimetres(2.6)),
          ("joinstyle", "round"),
        ])
    case .triangle:
      xml.layer("CentroidFill", pass: 2, [("point_on_surface", "1")]) { xml in
        xml.symbol("@\(name)@0", "marker") { xml in
          xml.layer(
            "SimpleMarker", pass: 2,
            [
              ("name", "triangle"), ("color", Color.ink.components),
              ("outline_color", Color.white.components), ("size", "3"), ("offset", "0,-3"),
            ])
        }
      }
    }
    xml.close()
  }
}

extension Pattern {
  /// Writes the shapes over the background, which is the symbol's first layer. Every shape
  /// repeats every eight pixels, as on the maps.
  fileprivate func write(to xml: inout MarkupWriter, symbol: String) {
    switch shapes {
    case .rising: writeLines([45], every: 8, to: &xml, symbol)
    case .falling: writeLines([135], every: 8, to: &xml, symbol)
    case .lattice: writeLines([45, 135], every: 8, to: &xml, symbol)
    case .dots: writeMarkers("circle", size: 2.8, isFilled: true, to: &xml, symbol)
    case .rings: writeMarkers("circle", size: 4, to: &xml, symbol)
    case .dashes, .waves: writeMarkers("line", size: 6, angle: 90, to: &xml, symbol)
    }
  }

  private func writeLines(
    _ angles: [Int], every pixels: Double, to xml: inout MarkupWriter, _ symbol: String
  ) {
    for (order, angle) in angles.enumerated() {
      // Slanted lines that repeat every p pixels along a row lie p / √2 apart.
      let properties = [
        ("angle", "\(angle)"), ("distance", millimetres(pixels * 0.5.squareRoot())),
        ("line_width", millimetres(1.2)), ("color", foreground.components),
      ]
      xml.layer("LinePatternFill", properties) { xml in
        xml.symbol("@\(symbol)@\(order + 1)", "line") { xml in
          xml.layer(
            "SimpleLine",
            [("line_color", foreground.components), ("line_width", millimetres(1.2))])
        }
      }
    }
  }

  private func writeMarkers(
    _ shape: String, size: Double, isFilled: Bool = false, angle: Int = 0,
    to xml: inout MarkupWriter, _ symbol: String
  ) {
    let properties = [
      ("distance_x", millimetres(8)), ("distance_y", millimetres(8)),
    ]
    xml.layer("PointPatternFill", properties) { xml in
      xml.symbol("@\(symbol)@1", "marker") { xml in
        xml.layer(
          "SimpleMarker",
          [
            ("name", shape), ("angle", "\(angle)"), ("size", millimetres(size)),
            ("color", isFilled ? foreground.components : background.components),
            ("outline_color", foreground.components),
            ("outline_style", isFilled ? "no" : "solid"), ("outline_width", millimetres(1.2)),
          ])
      }
    }
  }
}

extension MarkupWriter {
  fileprivate mutating func simpleFill(_ color: Color) {
    layer(
      "SimpleFill",
      [
        ("color", color.components), ("style", "solid"), ("joinstyle", "round"),
        ("outline_color", Color(0x4A4A4A).components), ("outline_style", "solid"),
        ("outline_width", millimetres(0.7)),
      ])
  }

  /// A layer of a symbol with its properties, and a symbol within it where it has one.
  fileprivate mutating func layer(
    _ kind: String, pass: Int = 0, _ properties: [(String, String)],
    within: (inout MarkupWriter) -> Void = { _ in }
  ) {
    open("layer", [("class", kind), ("enabled", "1"), ("locked", "0"), ("pass", "\(pass)")])
    for (key, value) in properties { empty("prop", [("k", key), ("v", value)]) }
    within(&self)
    close()
  }

  /// A symbol within a layer.
  fileprivate mutating func symbol(
    _ name: String, _ kind: String, layers: (inout MarkupWriter) -> Void
  ) {
    open("symbol", [("name", name), ("type", kind), ("alpha", "1")])
    layers(&self)
    close()
  }
}

extension Color {
  /// `red,green,blue,opacity`, 0–255 each.
  var components: String { "\(red),\(green),\(blue),255" }
}
