internal import GDALAccess
internal import Geography

/// A query with a name in PostgreSQL.
struct DatabaseView {
  var name: String
  var query: String
  var comment: String

  /// Makes the view, or changes it in place, so that views which others have built on it stay.
  /// Where its columns are other ones, it is made anew; the server refuses where others need it.
  func write(to sql: inout SQLText) {
    let name = sqlName(name)
    sql.add("DO $view$ BEGIN")
    sql.add("CREATE OR REPLACE VIEW \(name) AS \(query);")
    sql.add("EXCEPTION WHEN invalid_table_definition THEN")
    sql.add("DROP VIEW \(name);")
    sql.add("CREATE VIEW \(name) AS \(query);")
    sql.add("END $view$;")
    sql.add("COMMENT ON VIEW \(name) IS \(sqlText(comment));")
  }

  /// The release that was written last.
  private static let last =
    "(SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1)"

  /// The rows of a table that belong to the last release.
  static func current(_ table: AtlasTable) -> DatabaseView {
    DatabaseView(
      name: "current_\(table.name)",
      query: "SELECT * FROM \(sqlName(table.name)) WHERE release = \(last)",
      comment: "The last release. \(table.description)")
  }

  /// Codes, names, some columns and the geometry of the areas of the last release.
  ///
  /// Columns of errors that no figure has tonight are there and empty: a view with the same columns
  /// every night is one that views of others can build on.
  static func figure(
    _ name: String, columns: [String], of areas: AtlasTable, languages: [String], title: String
  ) -> DatabaseView {
    let names = ["area_code"] + languages.map { "name_\($0)" } + columns
    let list = names.compactMap { name in
      if areas[name] != nil { return sqlName(name) }
      return ColumnNames.isError(name) ? "NULL::double precision AS \(sqlName(name))" : nil
    }.joined(separator: ", ")
    return DatabaseView(
      name: name, query: "SELECT \(list), geom FROM areas WHERE release = \(last)", comment: title)
  }

  /// Gi\* on an index, computed by the server from the scores and weights of the last release, by
  /// the formula of `GetisOrd`: the area itself counts as much as its heaviest neighbour, and
  /// areas without a score are left out.
  static func getisOrd(of index: String, title: String) -> DatabaseView {
    let score = sqlName("\(index)_score")
    return DatabaseView(
      name: "gi_\(index)",
      query: """
        WITH scores AS (
          SELECT area_code, \(score) AS x FROM areas
          WHERE release = \(last) AND \(score) IS NOT NULL
        ), moments AS (
          SELECT count(*)::double precision AS n, avg(x) AS mean, stddev_pop(x) AS s
          FROM scores HAVING max(x) > min(x)
        ), links AS (
          SELECT w.area_code, w.neighbor_code, w.weight
          FROM weights w JOIN scores a ON a.area_code = w.area_code
          JOIN scores b ON b.area_code = w.neighbor_code
          WHERE w.release = \(last) AND w.index = \(sqlText(index))
        ), with_itself AS (
          SELECT * FROM links
          UNION ALL SELECT area_code, area_code, max(weight) FROM links GROUP BY area_code
        ), sums AS (
          SELECT l.area_code, sum(l.weight * (b.x - m.mean)) AS sum, sum(l.weight) AS w,
            m.n * sum(l.weight * l.weight) - sum(l.weight) ^ 2 AS spread, m.n, m.s
          FROM with_itself l JOIN scores b ON b.area_code = l.neighbor_code CROSS JOIN moments m
          GROUP BY l.area_code, m.n, m.s
        )
        SELECT area_code, sum / (s * sqrt(spread / (n - 1))) AS gi_z FROM sums
        WHERE spread > 1e-12 * w ^ 2
        """,
      comment: "\(title): z score of Getis-Ord Gi*, computed from areas and weights.")
  }
}
