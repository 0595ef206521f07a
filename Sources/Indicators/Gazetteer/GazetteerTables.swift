internal import Diagnostics

extension Gazetteer {
  /// Adds a table of areas: one row an area, with its codes in other systems and its names.
  ///
  /// - Parameters:
  ///   - table: has a column `area_code` in the layer's system.
  ///   - names: its columns of names; nil takes those that begin with `name` or `official`.
  ///   - systems: its columns of codes, each the name of its system; nil takes all others.
  /// - Throws: `Problems`: a column that is not there, an area without a code or listed twice,
  ///   a code of one system that two areas share.
  public mutating func addAreas(
    from table: Table, names: [String]? = nil, systems: [String]? = nil
  ) throws {
    var problems = ProblemList(limit: TableLimits().problems)
    let key = table.required(Self.layerSystem, in: &problems)
    let others = table.header.filter { $0 != Self.layerSystem }
    let isName = { (column: String) in column.hasPrefix("name") || column.hasPrefix("official") }
    let nameColumns = (names ?? others.filter(isName)).compactMap {
      table.required($0, in: &problems)
    }
    let systemColumns = (systems ?? others.filter { !isName($0) }).compactMap {
      table.required($0, in: &problems)
    }
    try problems.throwIfAny(in: table.file)
    guard let key else { return }
    var seen: Set<String> = []
    for row in 0..<table.rowCount {
      let code = table.text(row: row, column: key)
      let place = table.place(row: row, column: key)
      if code.isEmpty {
        problems.add("the area has no code", at: place, remedy: "write its code")
        continue
      }
      if !seen.insert(code).inserted {
        problems.add("the area \(code.quoted) is listed twice", at: place, remedy: "remove one")
        continue
      }
      let texts = nameColumns.map { table.text(row: row, column: $0) }
      let area = knownArea(code: code, name: texts.first ?? "")
      for text in texts { addName(text, of: area) }
      for column in systemColumns {
        let code = table.text(row: row, column: column)
        let system = table.header[column]
        addCode(code, system: system, of: area)
        if let index = self.systems.firstIndex(of: system),
          let areas = areasByCode[index][code], areas.count > 1
        {
          problems.add(
            "the \(system) code \(code.quoted) stands for \(labels(areas))",
            at: table.place(row: row, column: column), remedy: "correct one of them")
        }
      }
    }
    try problems.throwIfAny(in: table.file)
  }

  /// Adds a table of aliases: `area_code, alias`, and where it has them `language`, `kind` and
  /// `ambiguous_with`.
  ///
  /// Rows whose language is `code` make up a code system each kind (`geonames_admin1`); they
  /// count only for columns that declare it, since systems collide. Codes of the kinds `abbr`,
  /// `alias` and `variant_in_use` belong to no system and are aliases like the others, except
  /// that they are compared as they are spelled. `ambiguous_with` lists codes of areas, apart
  /// by spaces, that the alias is taken for elsewhere: then it is never applied.
  ///
  /// - Throws: `Problems`: a missing column, an empty cell, an area that nothing else knows.
  public mutating func addAliases(from table: Table) throws {
    var problems = ProblemList(limit: TableLimits().problems)
    let key = table.required(Self.layerSystem, in: &problems)
    let aliasColumn = table.required("alias", in: &problems)
    try problems.throwIfAny(in: table.file)
    guard let key, let aliasColumn else { return }
    let language = table.column("language")
    let kind = table.column("kind")
    let ambiguous = table.column("ambiguous_with")
    for row in 0..<table.rowCount {
      func text(_ column: Int?) -> String { column.map { table.text(row: row, column: $0) } ?? "" }
      let alias = text(aliasColumn)
      let others = text(ambiguous).split { " ;|".contains($0) }.map(String.init)
      var areas: [Int] = []
      for (code, column) in [(text(key), key)] + others.map({ ($0, ambiguous ?? key) }) {
        if let area = area(code: code) {
          areas.addNew(area)
        } else {
          problems.add(
            "no area has the code \(code.quoted)" + didYouMean(code, in: codes),
            at: table.place(row: row, column: column), remedy: "correct the code")
        }
      }
      if alias.isEmpty {
        problems.add(
          "the alias is empty", at: table.place(row: row, column: aliasColumn),
          remedy: "write it, or remove the row")
      }
      guard let area = areas.first, !alias.isEmpty else { continue }
      let isCode = text(language) == "code"
      let isFree = ["", "abbr", "alias", "variant_in_use"].contains(text(kind))
      if isCode && !isFree {
        addCode(alias, system: text(kind), of: area)
      } else {
        addAlias(alias, of: areas, isName: !isCode && text(kind) != "abbr")
      }
    }
    try problems.throwIfAny(in: table.file)
  }

  /// `Kampong Cham (03) and Kampong Chhnang (04)`.
  func labels(_ areas: [Int]) -> String {
    let labels = areas.map(label)
    guard let last = labels.last, labels.count > 1 else { return labels.first ?? "no area" }
    return labels.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Table {
  /// The number of a column that must be there.
  func required(_ name: String, in problems: inout ProblemList) -> Int? {
    if let column = column(name) { return column }
    problems.add(
      "the table has no column \(name.quoted)" + didYouMean(name, in: header),
      at: headerPlace, remedy: "its columns are \(header.listed())")
    return nil
  }
}
