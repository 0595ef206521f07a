public import Diagnostics

/// How figures move from one area set to another: shares of each old area that lie in new ones.
public struct Crosswalk: Sendable, Hashable {
  /// A share of an old area that lies in a new one.
  public struct Part: Sendable, Hashable {
    /// Code of the old area.
    public var from: String
    /// Code of the new area.
    public var to: String
    /// Share of `from` that lies in `to`, 0–1; the parts of an area add up to 1.
    public var weight: Double
    /// People in the part; nil where the table does not say.
    public var population: Double?
    /// What the weight is a share of: `population_2008`, `area`, `identity`.
    public var method: String
    /// Where `from` stands; nil where it was not read from a file.
    public var fromPlace: Place?
    /// Where `to` stands; nil where it was not read from a file.
    public var toPlace: Place?
    /// Where `weight` stands; nil where it was not read from a file.
    public var weightPlace: Place?

    /// A part of an old area.
    public init(
      from: String, to: String, weight: Double, population: Double? = nil, method: String,
      fromPlace: Place? = nil, toPlace: Place? = nil, weightPlace: Place? = nil
    ) {
      self.from = from
      self.to = to
      self.weight = weight
      self.population = population
      self.method = method
      self.fromPlace = fromPlace
      self.toPlace = toPlace
      self.weightPlace = weightPlace
    }
  }

  /// The file it was read from.
  public let file: String
  /// Name of the old area set.
  public let from: String
  /// Name of the new area set.
  public let to: String
  /// The parts in the order of the table.
  public let parts: [Part]

  /// A crosswalk between two area sets.
  ///
  /// Weights of an old area that add up to 1 but for rounding, within 1e-9, are divided by their
  /// sum, so that totals stay.
  ///
  /// - Throws: `Problems` where they do not add up to 1.
  public init(file: String, from: String, to: String, parts: [Part]) throws {
    self.file = file
    self.from = from
    self.to = to
    let sums = parts.reduce(into: [:]) { $0[$1.from, default: 0] += $1.weight }
    var problems = Problems()
    for code in parts.map(\.from).uniqued {
      guard let sum = sums[code], abs(sum - 1) > 1e-9 else { continue }
      problems.add(
        "the weights of \(code.quoted) add up to \(sum.short), not 1",
        at: parts.first { $0.from == code }?.weightPlace ?? Place(file: file),
        remedy: "every part of an old area must be listed")
    }
    try problems.throwIfAny()
    self.parts = parts.map { part in
      var part = part
      part.weight /= sums[part.from] ?? 1
      return part
    }
  }

  /// Reads a table `from, to, weight, method` and, where it has one, `population`.
  ///
  /// - Throws: `Problems`: a missing column, a weight outside 0–1 or a population below 0, a
  ///   pair listed twice, weights that do not add up.
  public init(_ table: Table, from: String, to: String) throws {
    var problems = ProblemList(limit: TableLimits().problems)
    let fromColumn = table.required("from", in: &problems)
    let toColumn = table.required("to", in: &problems)
    let weightColumn = table.required("weight", in: &problems)
    let methodColumn = table.required("method", in: &problems)
    let populationColumn = table.column("population")
    try problems.throwIfAny(in: table.file)
    guard let fromColumn, let toColumn, let weightColumn, let methodColumn else {
      throw Problems()
    }
    var parts: [Part] = []
    var pairs: Set<[String]> = []
    for row in 0..<table.rowCount {
      let codes = [fromColumn, toColumn].map { table.text(row: row, column: $0) }
      for (code, column) in zip(codes, [fromColumn, toColumn]) where code.isEmpty {
        problems.add(
          "the code is empty", at: table.place(row: row, column: column),
          remedy: "write the code of an area")
      }
      if !pairs.insert(codes).inserted {
        problems.add(
          "the part \(codes[0].quoted) to \(codes[1].quoted) is listed twice",
          at: table.place(row: row, column: fromColumn), remedy: "remove one")
      }
      let weight = table.number(
        row: row, column: weightColumn, range: ValueRange(minimum: 0, maximum: 1), in: &problems)
      let population: Double? = populationColumn.flatMap { column in
        table.text(row: row, column: column).isEmpty
          ? nil
          : table.number(row: row, column: column, range: ValueRange(minimum: 0), in: &problems)
      }
      if let weight {
        parts.append(
          Part(
            from: codes[0], to: codes[1], weight: weight, population: population,
            method: table.text(row: row, column: methodColumn),
            fromPlace: table.place(row: row, column: fromColumn),
            toPlace: table.place(row: row, column: toColumn),
            weightPlace: table.place(row: row, column: weightColumn)))
      }
    }
    try problems.throwIfAny(in: table.file)
    try self.init(file: table.file, from: from, to: to, parts: parts)
  }

  /// Codes of the old areas in the order of the table.
  public var fromCodes: [String] { parts.map(\.from).uniqued }

  /// The parts of old areas that make up a new one; parts of no weight are left out.
  public func parts(to code: String) -> [Part] { parts.filter { $0.to == code && $0.weight > 0 } }

  /// Whether the new area is one old area, whole: its figures need no estimation.
  public func isUnchanged(_ code: String) -> Bool {
    let parts = parts(to: code)
    return parts.count == 1 && parts[0].weight == 1
  }
}

extension [String] {
  /// Each text once, in order of first use.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Table {
  /// What messages call a cell that they must not quote.
  static let secret = "a cell that may have to be withheld"

  /// The number in a cell that must hold one; what is wrong with it is added to `problems`,
  /// without its text where that is secret.
  func number(
    row: Int, column: Int, range: ValueRange, isSecret: Bool = false,
    in problems: inout ProblemList
  ) -> Double? {
    let text = text(row: row, column: column)
    let shown = isSecret ? Self.secret : text.quoted
    let name = header[column].quoted
    func place() -> Place { self.place(row: row, column: column) }
    switch NumberText(text) {
    case .number(let value) where range.contains(value): return value
    case .number:
      problems.add(
        "\(shown) is out of range (column \(name): \(range))", at: place(),
        remedy: "correct it")
    case .refused(let what, let remedy):
      problems.add("\(shown) \(what) (column \(name))", at: place(), remedy: remedy)
    }
    return nil
  }
}
