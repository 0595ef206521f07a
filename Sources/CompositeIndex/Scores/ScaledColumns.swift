import Diagnostics
import Indicators

/// The columns of an index on its common scale, by their number in the matrix.
///
/// NaN stands for a missing value, inside the module only: that keeps the loops over areas plain.
struct ScaledColumns: Sendable {
  /// The usable values in the indicator's unit; empty for columns that the index does not use.
  private(set) var raw: [[Double]]
  /// The values on the common scale.
  private(set) var scaled: [[Double]]
  /// What outlier treatment does, by column.
  private(set) var transforms: [TreatmentTransform]
  /// Every change before scaling, in the order of `used`.
  private(set) var treated: [TreatedIndicator] = []
  let normalization: Normalization
  private let isHighWorse: [Bool]
  private let goalposts: [Goalposts?]

  /// The `used` columns of the matrix as the definition treats and normalises them.
  ///
  /// - Throws: `Problems` with every indicator whose values are missing or all equal.
  init(_ definition: IndexDefinition, _ matrix: IndicatorMatrix, used: [Int]) throws {
    let columns = matrix.columns
    normalization = definition.normalization
    isHighWorse = columns.map { $0.indicator.direction == .highIsWorse }
    goalposts = columns.map { definition.goalposts[$0.indicator.id] }
    raw = [[Double]](repeating: [], count: columns.count)
    scaled = raw
    transforms = columns.map { _ in .none }
    var problems = Problems()
    for column in used {
      let id = columns[column].indicator.id
      raw[column] = columns[column].cells.map { $0.entersStatistics ? $0.value ?? .nan : .nan }
      let known = raw[column].filter { !$0.isNaN }
      if let treatment = definition.treatment {
        transforms[column] = treatment.transform(for: known)
      }
      problems.collect {
        try normalization.check(known, of: id, at: definition.places.indicator(id))
      }
      scaled[column] = scale(column, raw[column])
      if let change = change(of: column, id) { treated.append(change) }
    }
    try problems.throwIfAny()
  }

  /// Other values of a column on the scale, treated as its own.
  func scale(_ column: Int, _ values: [Double]) -> [Double] {
    var values = values.map(transforms[column].treated)
    normalization.normalize(
      &values, isHighWorse: isHighWorse[column], goalposts: goalposts[column])
    return values
  }

  private func change(of column: Int, _ id: String) -> TreatedIndicator? {
    let posts = normalization == .goalposts ? goalposts[column] : nil
    guard let method = transforms[column].method ?? (posts == nil ? nil : .goalposts) else {
      return nil
    }
    let cells = raw[column].enumerated().compactMap { area, from -> TreatedIndicator.Cell? in
      let to = posts.map { min($0.high, max($0.low, from)) } ?? transforms[column].treated(from)
      return from.isNaN || to == from ? nil : .init(area: area, from: from, to: to)
    }
    return cells.isEmpty ? nil : TreatedIndicator(indicator: id, method: method, cells: cells)
  }
}

extension Normalization {
  /// Refuses values that give no scale.
  fileprivate func check(_ known: [Double], of indicator: String, at place: Place?) throws {
    guard let first = known.first else {
      throw Problem(
        "indicator '\(indicator)' has no usable value, so \(rawValue) cannot place areas "
          + "between best and worst", at: place, remedy: "leave it out of the index")
    }
    if self != .goalposts, known.allSatisfy({ $0 == first }) {
      throw Problem(
        "indicator '\(indicator)' has the same value \(first) in every area, so \(rawValue) "
          + "cannot place areas between best and worst", at: place,
        remedy: "leave it out of the index")
    }
  }
}
