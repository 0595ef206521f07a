import Diagnostics
import Indicators

/// How the values of an indicator are put onto a scale where higher is worse.
public enum Normalization: String, Sendable, Hashable, CaseIterable {
  /// 0 for the best area and 100 for the worst: 100 (x − min) / (max − min) where high values are
  /// worse, 100 (max − x) / (max − min) where low values are.
  case minMax = "min-max"

  /// The values of a column on the common scale, nil where there is no usable value; layer order.
  ///
  /// - Throws: `Problem` when all values are equal, or there are none.
  func normalized(_ column: IndicatorMatrix.Column) throws -> [Double?] {
    let values = column.statisticalValues
    let known = values.compactMap(\.self)
    guard let low = known.min(), let high = known.max(), low < high else {
      throw Problem(
        "indicator '\(column.indicator.id)' has "
          + (known.first.map { "the same value \($0) in every area" } ?? "no usable value")
          + ", so min-max cannot place areas between best and worst",
        remedy: "leave it out of the index")
    }
    // Halved so that the range of very large values of both signs stays finite.
    let range = high / 2 - low / 2
    let isHighWorse = column.indicator.direction == .highIsWorse
    return values.map { value in
      value.map { 100 * ((isHighWorse ? $0 / 2 - low / 2 : high / 2 - $0 / 2) / range) }
    }
  }
}
