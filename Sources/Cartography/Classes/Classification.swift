import Diagnostics

/// A rule that puts values into classes.
public enum Classification: Sendable, Hashable {
  /// The classes with the least variance inside them (Fisher 1958; Jenks 1977), exactly.
  case fisherJenks(Int)
  /// As many areas in each class as ties allow; bounds interpolate linearly between order
  /// statistics (Hyndman and Fan's type 7, as mapclassify does).
  case quantile(Int)
  /// Classes of equal width from the smallest to the largest value.
  case equal(Int)
  /// At most so many classes between round numbers, as many as there can be: all of one width,
  /// which is 1, 2 or 5 times a power of ten. Two where zero lies within them and one is asked for.
  case pretty(Int)
  /// Most classes for values with a long tail: each bound is the mean of what lies above the one
  /// before, as long as less than 40 % of that lie above their own mean (B. Jiang, *Head/Tail
  /// Breaks*, The Professional Geographer 65(3), 2013).
  case headTail(Int)
  /// About so many classes one standard deviation wide, the mean in the middle of them; only
  /// those that values lie in. The deviation is that of a sample (n − 1).
  case standardDeviation(Int)
  /// Upper bounds as given, ascending, the last one at least the largest value.
  case manual([Double])

  /// The rules by name, as a definition writes them.
  public static let names = [
    "fisher-jenks", "quantile", "equal", "pretty", "head-tail", "standard-deviation", "manual",
  ]

  /// The rule of a name.
  ///
  /// - Parameters:
  ///   - count: how many classes; `manual` takes as many as it has bounds.
  ///   - bounds: the upper bounds of `manual`; other rules do not look at them.
  /// - Throws: a `Problem` that lists the names when there is none like it, or when `manual`
  ///   comes without bounds.
  public init(named name: String, count: Int, bounds: [Double] = []) throws {
    switch name {
    case "fisher-jenks": self = .fisherJenks(count)
    case "quantile": self = .quantile(count)
    case "equal": self = .equal(count)
    case "pretty": self = .pretty(count)
    case "head-tail": self = .headTail(count)
    case "standard-deviation": self = .standardDeviation(count)
    case "manual" where !bounds.isEmpty: self = .manual(bounds)
    case "manual":
      throw Problem("'manual' classes have no bounds", remedy: "list their upper bounds")
    default:
      throw Problem(
        "there is no classification '\(name)'",
        remedy: "use one of \(Classification.names.joined(separator: ", "))")
    }
  }

  /// The name a definition writes.
  public var name: String {
    switch self {
    case .fisherJenks: "fisher-jenks"
    case .quantile: "quantile"
    case .equal: "equal"
    case .pretty: "pretty"
    case .headTail: "head-tail"
    case .standardDeviation: "standard-deviation"
    case .manual: "manual"
    }
  }

  /// How many classes the values must be able to fill; nil where the rule itself says.
  var classCount: Int? {
    switch self {
    case .fisherJenks(let count), .quantile(let count), .equal(let count): count
    case .pretty, .headTail, .standardDeviation, .manual: nil
    }
  }

  /// Lower bound of the first class and upper bounds of all, of ascending values.
  func bounds(of sorted: [Double]) -> (lower: Double, upper: [Double]) {
    guard let first = sorted.first, let last = sorted.last else { return (0, []) }
    switch self {
    case .fisherJenks(let count): return (first, FisherJenks.upperBounds(sorted, count: count))
    case .quantile(let count):
      return (first, (1...count).map { Classification.quantile($0, of: count, in: sorted) })
    case .equal(let count):
      let width = (last - first) / Double(count)
      return (first, (1..<count).map { first + Double($0) * width } + [last])
    case .pretty(let count):
      return Classification.pretty(from: first, to: last, count: max(1, count))
    case .headTail(let count): return (first, Classification.headTail(sorted, count: count))
    case .standardDeviation(let count):
      return (first, Classification.standardDeviations(sorted, count: count))
    case .manual(let bounds): return (first, bounds)
    }
  }

  /// The value below which `index` of `count` parts of the ascending values lie.
  private static func quantile(_ index: Int, of count: Int, in sorted: [Double]) -> Double {
    let position = Double(index * (sorted.count - 1)) / Double(count)
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  private static func pretty(
    from first: Double, to last: Double, count: Int
  ) -> (lower: Double, upper: [Double]) {
    let rough = (last - first) / Double(count)
    guard rough > 0 else { return (first, [last]) }
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    // Beyond these there are no fewer classes.
    let widths = [1.0, 2, 5, 10, 20, 50, 100].map { $0 * power }
    func steps(_ width: Double) -> ClosedRange<Int> {
      let start = Int((first / width).rounded(.down))
      return start...max(start + 1, Int((last / width).rounded(.up)))
    }
    let width = widths.first { steps($0).count - 1 <= count } ?? 100 * power
    // A width below one is the reciprocal of a whole number; dividing keeps 0.3 from reading
    // 0.30000000000000004.
    func bound(_ index: Int) -> Double {
      width < 1 ? Double(index) / (1 / width).rounded() : Double(index) * width
    }
    let bounds = steps(width).map(bound)
    return (bounds[0], Array(bounds.dropFirst()))
  }
}
