internal import CompositeIndex
internal import Diagnostics

extension AtlasTable {
  /// The largest number up to which a double holds every whole one, 2^53. Beyond it two programs
  /// may read two numbers.
  static let greatestNumber = 9_007_199_254_740_992.0

  /// The most UTF-16 units a workbook's cell holds.
  static let longestText = 32_767

  /// What a format could only hold changed: numbers that are not finite or lie beyond ±2^53,
  /// damaged texts and those longer than a workbook's cell, more columns than a GeoPackage has room
  /// for, and names of columns that are reserved, too long or stand twice (case set aside, as
  /// databases do). One problem a column at most.
  ///
  /// - Parameter places: where the rows were read, where that is known.
  func problems(places: [Place?] = []) -> [Problem] {
    countProblems + nameProblems + valueProblems(places: places)
  }

  /// The same of values alone, for tables whose columns nobody names but we.
  func valueProblems(places: [Place?] = []) -> [Problem] {
    fields.compactMap { field in
      guard let fault = field.values.firstFault else { return nil }
      return Problem(
        "'\(field.name)' of '\(rowName(fault.row))' \(fault.what)",
        at: fault.row < places.count ? places[fault.row] : nil, remedy: fault.remedy)
    }
  }

  private var countProblems: [Problem] {
    if fields.count <= ColumnNames.greatestCount { return [] }
    return [
      Problem(
        "'\(name)' would have \(fields.count) columns, more than the \(ColumnNames.greatestCount) "
          + "that a GeoPackage has room for",
        remedy: "publish fewer indicators, or split the definition")
    ]
  }

  private var nameProblems: [Problem] {
    var taken: Set<String> = []
    return fields.compactMap { field in
      let name = field.name.lowercased()
      let isFirst = taken.insert(name).inserted
      let isReserved = ColumnNames.reserved.contains(name) && fields.first?.name != field.name
      if isFirst, !isReserved, name.utf8.count <= ColumnNames.greatestLength { return nil }
      return Problem(
        isFirst
          ? "'\(field.name)' cannot be a column of '\(self.name)'"
          : "two columns of '\(self.name)' are called '\(field.name)'",
        remedy: "rename the indicator, index or language that it comes from")
    }
  }

  /// The first text of a row: an area's code.
  private func rowName(_ row: Int) -> String {
    for field in fields {
      if case .text(let texts) = field.values { return texts[row] ?? "" }
    }
    return "row \(row + 1)"
  }
}

extension AtlasField.Values {
  fileprivate var firstFault: (row: Int, what: String, remedy: String)? {
    let limit = AtlasTable.greatestNumber
    switch self {
    case .real(let reals):
      let row = reals.firstIndex { $0.map { !(abs($0) <= limit) } ?? false }
      return row.map { row in
        reals[row]?.isFinite == true
          ? (
            row, "lies beyond 2^53, where not every whole number can be told from the next",
            "give it in thousands or millions"
          )
          : (row, "is not a finite number", "check the figures that it is computed from")
      }
    case .integer(let integers):
      let row = integers.firstIndex { $0.map { $0.magnitude > UInt(limit) } ?? false }
      return row.map {
        (
          $0, "lies beyond 2^53, where not every whole number can be told from the next",
          "check the figure"
        )
      }
    case .text(let texts):
      for (row, text) in texts.enumerated() {
        if let fault = text?.publishingFault { return (row, fault.what, fault.remedy) }
      }
      return nil
    case .drivers(let drivers):
      let row = drivers.firstIndex { $0?.contains { !$0.points.isFinite } ?? false }
      return row.map {
        ($0, "is not a finite number", "check the figures that it is computed from")
      }
    case .boolean, .date: return nil
    }
  }
}
