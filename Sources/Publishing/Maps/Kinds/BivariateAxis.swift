import Cartography
import Diagnostics
import Indicators

/// One of the two measures of a bivariate map, in three classes.
struct BivariateAxis {
  let measure: Measure
  /// The three classes, from low to high.
  let breaks: ClassBreaks

  /// Classes of a measure.
  ///
  /// - Throws: a `Problem` that names the map when it cannot be put into three classes.
  init(_ measure: Measure, by definition: MapDefinition) throws {
    self.measure = measure
    breaks = try definition.naming {
      try ClassBreaks(
        measure.statisticalValues,
        by: Classification(
          named: definition.classification, count: BivariatePalette.classCount))
    }
    guard breaks.count == BivariatePalette.classCount else {
      throw Problem(
        "map '\(definition.id)': '\(definition.classification)' makes \(breaks.count) classes of "
          + "two measures that need three",
        remedy: "use 'quantile', 'fisher-jenks' or 'equal'")
    }
  }

  /// The class of an area from 0, counted toward the worse end.
  func step(_ area: Int) -> Int? {
    let cell = measure.cells[area]
    guard cell.entersStatistics, let index = cell.value.flatMap(breaks.index) else { return nil }
    return isReversed ? breaks.count - 1 - index : index
  }

  /// Whether low values are worse, and classes count down.
  var isReversed: Bool { measure.direction == .lowIsWorse }

  /// The bounds of each step, short: `27.1–45.0`, `>45.0–60.2`.
  var texts: [String] {
    let bounds = [breaks.lowerBound] + breaks.upperBounds
    let decimals = NumberText.decimals(toTellApart: bounds, from: measure.decimals)
    let texts = bounds.map { NumberText.fixed($0, decimals: decimals) }
    let spans = breaks.upperBounds.indices.map { index in
      texts[index] == texts[index + 1]
        ? texts[index] : (index == 0 ? "" : ">") + "\(texts[index])–\(texts[index + 1])"
    }
    return isReversed ? spans.reversed() : spans
  }
}
