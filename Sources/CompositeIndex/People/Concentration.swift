import Diagnostics

/// How unevenly something is spread over people: the concentration index with its curve.
///
/// Areas stand in the order of a key, lowest first; areas with the same key count as one. With p
/// the people and L = Σ people × value, both as cumulative shares of their totals,
///
///     C = 1 − Σₖ (pₖ − pₖ₋₁) (Lₖ + Lₖ₋₁)
///
/// (Kakwani, Wagstaff and van Doorslaer 1997, grouped data), which is twice the area between the
/// curve and the diagonal. Ordered by the value itself the curve is that of Lorenz and C the Gini
/// coefficient, 0 where everybody has the same and near 1 where few have all. Ordered by something
/// else C lies between −1 and 1, positive when those with a high key have more.
///
/// People in one area count as equal, so C is a lower bound for what a census of people would
/// give. Values must have a true zero for C to mean more than an order.
public struct Concentration: Sendable, Hashable {
  /// A point of the curve.
  public struct Point: Sendable, Hashable {
    /// Cumulative share of the people, 0–1.
    public var people: Double
    /// Cumulative share of the value, 0–1.
    public var value: Double
  }

  /// The index.
  public var index: Double
  /// The curve from (0, 0) to (1, 1), one point for each different key.
  public var curve: [Point]
  /// Number of areas that took part: those with value, key and people.
  public var areas: Int

  /// The concentration of `values` over `people`, one entry an area, in the order of `key`, or
  /// of the values where it is nil.
  ///
  /// Areas that lack one of them are left out. Nil when nothing is left, no people, or only
  /// values of zero. Time grows as n log n.
  ///
  /// - Throws: `Problem` when a value or a number of people is negative or not finite.
  public init?(of values: [Double?], among people: [Double?], by key: [Double?]? = nil) throws {
    let key = key ?? values
    precondition(values.count == people.count && values.count == key.count, "one entry an area")
    for (name, numbers) in [("value", values), ("number of people", people)] {
      guard let area = numbers.firstIndex(where: { $0.map { !($0 >= 0 && $0.isFinite) } ?? false })
      else { continue }
      throw Problem(
        "the \(name) '\(numbers[area] ?? 0)' of area \(area + 1) of \(numbers.count) has no share "
          + "in a total", remedy: "use numbers from zero up")
    }
    var groups: [(key: Double, people: Double, value: Double)] = []
    for area in values.indices {
      guard let value = values[area], let people = people[area], let key = key[area] else {
        continue
      }
      groups.append((key, people, people * value))
    }
    areas = groups.count
    // Sums in layer order, whatever the key, so that equal inputs give equal bytes.
    let total = groups.reduce((people: 0.0, value: 0.0)) {
      ($0.people + $1.people, $0.value + $1.value)
    }
    guard total.people > 0, total.value > 0 else { return nil }
    let order = groups.indices.sorted { (groups[$0].key, $0) < (groups[$1].key, $1) }
    var sum = (people: 0.0, value: 0.0)
    var points = [Point(people: 0, value: 0)]
    for (place, group) in order.enumerated() {
      sum.people += groups[group].people
      sum.value += groups[group].value
      if place + 1 < order.count, groups[order[place + 1]].key == groups[group].key { continue }
      points.append(Point(people: sum.people / total.people, value: sum.value / total.value))
    }
    points[points.count - 1] = Point(people: 1, value: 1)
    curve = points
    index =
      1
      - zip(points, points.dropFirst()).reduce(0) { area, step in
        area + (step.1.people - step.0.people) * (step.1.value + step.0.value)
      }
  }
}
