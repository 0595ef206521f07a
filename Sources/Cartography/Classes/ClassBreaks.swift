import Diagnostics

/// The classes that values are coloured by, the upper bound of each inside it.
///
/// Class `c` holds the values v with `upperBounds[c−1] < v ≤ upperBounds[c]`; the first one
/// starts at `lowerBound`, which it holds too.
public struct ClassBreaks: Sendable, Hashable {
  /// Where the first class starts: the smallest value, or a round number below it.
  public let lowerBound: Double
  /// Upper bound of each class, ascending.
  public let upperBounds: [Double]
  /// How many values each class holds; a class may be empty and keeps its place.
  public let counts: [Int]
  /// Goodness of variance fit, 0–1: the share of the variance that lies between the classes,
  /// 1 − Σ (v − mean of its class)² / Σ (v − mean)² (Jenks). 1 where all values are equal.
  public let goodnessOfFit: Double

  /// Number of classes.
  public var count: Int { upperBounds.count }

  /// Classes of the finite `values` by `method`.
  ///
  /// - Throws: a `Problem` when there are fewer distinct values than classes, when ties make
  ///   two bounds equal, or when manual bounds do not ascend or do not reach the largest value.
  public init(_ values: [Double], by method: Classification) throws {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else {
      throw Problem(
        "there is no value to classify", remedy: "leave the map out until its figure has values")
    }
    let distinct = ClassBreaks.distinctCount(sorted)
    if let wanted = method.classCount, wanted > distinct || wanted < 1 {
      throw Problem(
        "\(distinct) distinct value\(distinct == 1 ? "" : "s") cannot fill '\(wanted)' classes",
        remedy: "ask for 1 to \(distinct) classes")
    }
    let bounds = method.bounds(of: sorted)
    try ClassBreaks.check(bounds.upper, last: last, method: method)
    let lower = min(bounds.lower, first)
    self.init(sorted: sorted, lowerBound: lower, upperBounds: bounds.upper)
  }

  /// The classes of a series, with the counts and the fit of one of its maps.
  ///
  /// - Parameter values: values within the bounds of `series`.
  public init(_ values: [Double], as series: ClassBreaks) {
    self.init(
      sorted: values.sorted(), lowerBound: series.lowerBound, upperBounds: series.upperBounds)
  }

  private init(sorted: [Double], lowerBound: Double, upperBounds: [Double]) {
    self.lowerBound = lowerBound
    self.upperBounds = upperBounds
    var counts = [Int](repeating: 0, count: upperBounds.count)
    var start = sorted.startIndex
    var within = 0.0
    for index in upperBounds.indices {
      let end = sorted[start...].firstIndex { $0 > upperBounds[index] } ?? sorted.endIndex
      counts[index] = end - start
      within += ClassBreaks.squares(sorted[start..<end])
      start = end
    }
    self.counts = counts
    let total = ClassBreaks.squares(sorted[...])
    goodnessOfFit = total == 0 ? 1 : 1 - within / total
  }

  /// The class of a value; nil where it lies outside all of them.
  public func index(of value: Double) -> Int? {
    guard value >= lowerBound else { return nil }
    return upperBounds.firstIndex { value <= $0 }
  }

  /// Number of distinct values in an ascending array.
  public static func distinctCount(_ sorted: [Double]) -> Int {
    sorted.isEmpty ? 0 : 1 + zip(sorted, sorted.dropFirst()).count { $0 != $1 }
  }

  private static func check(_ bounds: [Double], last: Double, method: Classification) throws {
    guard zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }) else {
      if case .manual = method {
        throw Problem(
          "the bounds of 'manual' classes do not ascend",
          remedy: "give them in ascending order, each once")
      }
      throw Problem(
        "two classes of '\(method.name)' have the same upper bound",
        remedy: "ask for fewer classes, or for 'fisher-jenks'")
    }
    if let top = bounds.last, top < last {
      throw Problem(
        "the value '\(last)' lies above the last bound '\(top)'",
        remedy: "add a bound of at least \(last)")
    }
  }

  /// Σ (v − mean)².
  private static func squares(_ values: ArraySlice<Double>) -> Double {
    guard !values.isEmpty else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
