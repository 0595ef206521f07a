public import TextShaping

/// The base maps of one ground, each made once, whichever maps are drawn on it.
public struct BaseMaps: Sendable {
  private let lines: GroundLines
  private var made: [Key: BaseMap] = [:]

  /// What a base map depends on beside the ground.
  private struct Key: Hashable {
    var width: Double
    var maximumHeight: Double
    var insets: InsetRule
    var tolerance: Double
    var budget: Int?

    init(_ format: SheetFormat, _ tolerance: Double, budget: Int? = nil) {
      (width, maximumHeight) = (format.mapWidth, format.maximumMapHeight)
      (insets, self.tolerance, self.budget) = (format.insets, tolerance, budget)
    }
  }

  /// Base maps of a ground: those of `formats` in each of the `details` are made now.
  public init(_ ground: Ground, formats: [SheetFormat] = [], details: [Detail] = []) {
    lines = GroundLines(ground)
    for format in formats {
      for tolerance in details.map(\.tolerance) {
        let key = Key(format, tolerance)
        if made[key] == nil { made[key] = base(key) }
      }
    }
  }

  /// Draws the sheets of one map on one base, no drawing larger than `detail` allows.
  ///
  /// - Returns: a drawing for each sheet, and the base that they are drawn on. Where the texts
  ///   and the guards leave no choice, drawings are larger than the bytes allowed.
  public func draw(
    _ sheets: [MapSheet], in format: SheetFormat, detail: Detail = .standard,
    typesetter: Typesetter? = nil
  ) -> (drawings: [[UInt8]], base: BaseMap) {
    let base = base(for: format, detail.tolerance)
    let drawings = sheets.map { $0.svg(on: base, format: format, typesetter: typesetter) }
    let largest = drawings.map(\.count).max() ?? 0
    guard case .bytes(let limit) = detail, largest > limit else {
      return (drawings, base)
    }
    // All but the lines of the areas takes as much as before, or less.
    let others = largest - base.lineBytes
    let smaller = self.base(for: format, detail.tolerance, budget: max(0, limit - others))
    return (
      sheets.map { $0.svg(on: smaller, format: format, typesetter: typesetter) }, smaller
    )
  }

  /// Areas that nobody can see in a format, whichever map is drawn.
  public func vanished(in format: SheetFormat) -> [Int] {
    base(for: format, Detail.standard.tolerance).vanished
  }

  private func base(
    for format: SheetFormat, _ tolerance: Double, budget: Int? = nil
  ) -> BaseMap {
    let key = Key(format, tolerance, budget: budget)
    return made[key] ?? base(key)
  }

  private func base(_ key: Key) -> BaseMap {
    BaseMap(
      lines, width: key.width, maximumHeight: key.maximumHeight,
      insets: lines.ground.isProjected && lines.ground.circles.isEmpty ? key.insets : nil,
      tolerance: key.tolerance, budget: key.budget)
  }
}
