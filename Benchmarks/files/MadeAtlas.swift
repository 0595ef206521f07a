import Foundation
import Geography
import Indicators
import Publishing

/// An atlas of any size: areas in a grid with crooked boundaries, and ten indicators.
enum MadeAtlas {
  /// `rows` × `columns` areas of `vertices` vertices each.
  static func atlas(rows: Int, columns: Int, vertices: Int) -> Atlas {
    let layer = AreaLayer(
      (0..<rows * columns).map { number in
        let center = Coordinate(
          Double(number % columns) * 360 / Double(columns) - 180,
          Double(number / columns) * 160 / Double(rows) - 80)
        return Area(
          code: String(100_000 + number),
          name: LocalizedText(["en": "Area \(number)", "km": "តំបន់ \(number)"]),
          polygons: [Polygon(exterior: ring(around: center, vertices))])
      })
    let indicators = (0..<10).map { order in
      IndicatorMatrix.Column(
        indicator: Indicator(
          id: "indicator_\(order)", title: LocalizedText(["en": "Indicator \(order)"]),
          unit: LocalizedText(["en": "% of people"]), period: "2024", sources: [],
          direction: .highIsWorse),
        cells: (0..<layer.count).map { area in
          area % 7 == order
            ? .missing(reason: "no row")
            : IndicatorValue(value: sin(Double(area + order)) * 50 + 50)
        })
    }
    return Atlas(
      pipeline: "made", title: LocalizedText(["en": "Made"]), languages: ["en", "km"],
      layer: layer,
      boundaries: .init(
        file: "made", attribution: "nobody", licence: "CC0-1.0",
        areaWord: LocalizedText(["en": "area"]), areasWord: LocalizedText(["en": "areas"])),
      contiguity: Contiguity(areaCount: layer.count, pairs: [], tolerance: 1),
      matrix: IndicatorMatrix(areaCodes: layer.codes, columns: indicators))
  }

  private static func ring(around center: Coordinate, _ vertices: Int) -> Ring {
    var coordinates = ContiguousArray<Coordinate>()
    coordinates.reserveCapacity(vertices + 1)
    for step in 0..<vertices {
      let angle = Double(step) / Double(vertices) * 2 * .pi
      let reach = 0.3 + 0.05 * sin(angle * 13 + center.x)
      coordinates.append(center + Coordinate(cos(angle), sin(angle)) * reach)
    }
    coordinates.append(coordinates[0])
    return Ring(coordinates)
  }
}
