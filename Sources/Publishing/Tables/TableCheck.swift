internal import CompositeIndex
internal import Diagnostics

extension AtlasTable {
  /// The largest number up to which a double holds every whole one, 2^53. Beyond it two programs
  /// may read two numbers.
  static let greatestNumber = 9_007_199_254_740_992.0

  /// The most UTF-16 units a workbook's cell holds.
  static let longestText = 32_767

  /// What a format could only hold changed: numbers that are not finite or lie beyond ±2^53,
  /// texts with U+0000 in them or longer than a workbook's cell, and names that are reserved, too
  /// long or stand twice (case set aside, as databases do). One problem a column at most.
  ///
  /// - Parameter places: where the rows were read, where that is known.
  func problems(places: [Place?] = []) -> [Problem] {
    nameProblems
      + fields.compactMap { field in
        guard let fault = field.values.firstFault else { return nil }
        return Problem(
          "'\(field.name)' of '\(rowName(fault.row))' \(fault.what)",
          at: fault.row < places.count ? places[fault.row] : nil, remedy: fault.remedy)
      }
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
      let row = texts.firstIndex { $0?.isPublishable == false }
      return row.map {
        (
          $0, "holds U+0000, or more than \(AtlasTable.longestText) characters",
          "shorten the text, and remove control characters"
        )
      }
    case .drivers(let drivers):
      let row = drivers.firstIndex { $0?.contains { !$0.points.isFinite } ?? false }
      return row.map {
        ($0, "is not a finite number", "check the figures that it is computed from")
      }
    case .boolean, .date: return nil
    }
  }
}

extension String {
  fileprivate var isPublishable: Bool {
    // A text has at least as many bytes as UTF-16 units.
    !utf8.contains(0)
      && (utf8.count <= AtlasTable.longestText || utf16.count <= AtlasTable.longestText)
  }
}
