/// How many people live in some of the areas.
public struct PeopleCount: Sendable, Hashable {
  /// The people: Σ people over those areas.
  public var people: Double
  /// Their share of the people of all areas, 0–1; nil when there are none.
  public var share: Double?
  /// What `people` becomes when the choices behind the areas change; nil where it is not known.
  public var interval: ClosedRange<Double>?
  /// Number of those areas whose people are unknown, and not counted.
  public var uncounted: Int

  /// Counts the people of the areas where `isIn` is true, one entry an area.
  public init(of people: [Double?], in isIn: [Bool]) {
    precondition(people.count == isIn.count, "one entry an area")
    var (sum, all) = (0.0, 0.0)
    for (people, isIn) in zip(people, isIn) {
      all += people ?? 0
      if isIn { sum += people ?? 0 }
    }
    self.people = sum
    share = all > 0 ? sum / all : nil
    uncounted = zip(people, isIn).count { $0 == nil && $1 }
  }

  /// The same, with the lowest and highest number of people over `alternatives`, each of them one
  /// entry an area.
  public init(of people: [Double?], in isIn: [Bool], alternatives: [[Bool]]) {
    let counts = alternatives.map { PeopleCount(of: people, in: $0).people }
    self.init(of: people, in: isIn)
    if let low = counts.min(), let high = counts.max() { interval = low...high }
  }
}
