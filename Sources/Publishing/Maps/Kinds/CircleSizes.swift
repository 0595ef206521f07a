import Cartography
import Diagnostics
import Indicators

/// An indicator as the sizes of circles, one an area: their areas are proportional to its values.
struct CircleSizes {
  let measure: Measure
  let scale: CircleScale

  /// Sizes of an indicator's values, the largest circle with this radius on the plane.
  ///
  /// - Throws: a `Problem` that names the map when no value is positive, or one is negative.
  init(_ measure: Measure, of definition: MapDefinition, largestRadius: Double) throws {
    let values = measure.cells.compactMap(\.value)
    if let negative = values.first(where: { $0 < 0 }) {
      throw Problem(
        "map '\(definition.id)': '\(NumberText.shortest(negative))' cannot be the size of a circle",
        remedy: "take an indicator without negative values for 'size'")
    }
    guard let scale = CircleScale(values, largestRadius: largestRadius) else {
      throw Problem(
        "map '\(definition.id)': no area has a size above 0",
        remedy: "take an indicator with values for 'size'")
    }
    self.measure = measure
    self.scale = scale
  }

  /// Radius of an area's circle; nil where its size is not known.
  func radius(_ area: Int) -> Double? { measure.cells[area].value.map(scale.radius) }

  /// The sum of all sizes.
  var total: Double { measure.cells.reduce(0) { $0 + ($1.value ?? 0) } }

  /// The size in words: `42,665 people`, or why there is none.
  func phrase(_ area: Int, _ words: Words) -> String {
    let cell = measure.cells[area]
    let status = measure.statusWord(cell)
    guard let value = cell.value else {
      return "\(measure.title.text(in: words.language)): \(words[status.explained])"
    }
    return measure.long(value, words) + (status == .ok ? "" : ", " + words[status])
  }

  /// The nested circles of the legend.
  ///
  /// - Parameter share: the largest one as a share of the largest value.
  func legend(_ words: Words, fill: Fill, share: Double = 1) -> SizeLegend {
    let unit = measure.unit.text(in: words.language)
    let title = measure.title.text(in: words.language)
    let values = scale.legendValues(share: share)
    return SizeLegend(
      title: unit.isEmpty ? title : "\(title) (\(unit))",
      sizes: values.map {
        SizeLegend.Size(
          radius: scale.radius(of: $0),
          text: NumberText.fixed(
            $0, decimals: NumberText.decimals(toTellApart: values + [0], from: 0)))
      }, fill: fill)
  }

  /// The areas whose size is not known, by status.
  func missing(_ context: MapContext) -> [String] {
    let areas = measure.cells.indices.filter { measure.cells[$0].value == nil }
    return areas.isEmpty
      ? []
      : [
        context.words(
          .noSize,
          [
            "size": measure.title.text(in: context.language),
            "names": context.names(areas, limit: 10),
          ])
      ]
  }
}
