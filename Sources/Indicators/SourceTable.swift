internal import Diagnostics

extension Source {
  /// The sources in a table `source, title, publisher, year, where, licence`, in its order.
  ///
  /// - Throws: `Problems`: a missing column, a source without identifier, title or licence, an
  ///   identifier used twice.
  public static func read(_ table: Table) throws -> [Source] {
    var problems = ProblemList(limit: TableLimits().problems)
    let names = ["source", "title", "publisher", "year", "where", "licence"]
    let columns = names.compactMap { table.required($0, in: &problems) }
    try problems.throwIfAny(in: table.file)
    var seen: Set<String> = []
    var sources: [Source] = []
    for row in 0..<table.rowCount {
      let texts = columns.map { table.text(row: row, column: $0) }
      for cell in [0, 1, 5] where texts[cell].isEmpty {
        problems.add(
          "a source has no \(cell == 0 ? "identifier" : names[cell])",
          at: table.place(row: row, column: columns[cell]),
          remedy: cell == 5 ? "write the licence, or 'not stated'" : "fill in the cell")
      }
      if !seen.insert(texts[0]).inserted {
        problems.add(
          "the source \(texts[0].quoted) is listed twice",
          at: table.place(row: row, column: columns[0]), remedy: "remove or rename one")
      }
      sources.append(
        Source(
          id: texts[0], title: texts[1], publisher: texts[2], year: texts[3],
          location: texts[4], licence: texts[5]))
    }
    try problems.throwIfAny(in: table.file)
    return sources
  }
}
