public import Geography
public import Indicators

/// A release as statements of SQL for PostGIS, in one transaction: all of it is there afterwards,
/// or nothing has changed.
///
/// Every table has the release in front, and keeps those of earlier nights; the same release
/// again takes the place of its rows. `current_…` views show the last release, `indicator_<id>`
/// and `index_<id>` one figure each with geometry. Titles, units and meanings are comments.
public struct DatabaseScript: Sendable {
  private let tables: [DatabaseTable]
  private let atlas: Atlas
  private let release: String
  private let schema: String

  /// - Parameters:
  ///   - atlas: what to publish.
  ///   - join: what became of every row that was read.
  ///   - layer: the areas, every piece within ±180°.
  ///   - release: the release's name.
  ///   - schema: the schema to write into; it is made where it is missing.
  /// - Throws: `Problems`, everything that some format could not hold as it is.
  public init(
    of atlas: Atlas, join: JoinReport = JoinReport(), layer: AreaLayer, release: String,
    schema: String
  ) throws {
    let all = try ReleaseTables(of: atlas, join: join)
    tables =
      [
        DatabaseTable(table: all.areas, key: ["area_code"], geometry: layer.areas.map(\.polygons)),
        DatabaseTable(table: all.observations, key: ["area_code", "indicator"]),
        DatabaseTable(table: all.neighbors, key: ["area_code", "neighbor_code"]),
        DatabaseTable(table: all.dictionary, key: ["field"]),
        DatabaseTable(table: all.sources, key: ["source"]),
        DatabaseTable(table: all.about, key: []),
      ]
      + (all.localStatistics.map { table in
        let key = ["index", "statistic", "variable", "neighbor_variable", "area_code"]
        return [DatabaseTable(table: table, key: key)]
      } ?? [])
    self.atlas = atlas
    self.release = release
    self.schema = schema
  }

  /// The statements, from `BEGIN` to `COMMIT`.
  public var text: String {
    let language = atlas.languages.first ?? "en"
    var sql = SQLText()
    sql.add("BEGIN;")
    sql.add("CREATE SCHEMA IF NOT EXISTS \(sqlName(schema));")
    sql.add("SET LOCAL search_path TO \(sqlName(schema)), public;")
    sql.add(
      "CREATE TABLE IF NOT EXISTS releases (release text PRIMARY KEY,"
        + " published timestamptz NOT NULL);")
    sql.add(
      "INSERT INTO releases VALUES (\(sqlText(release)), now())"
        + " ON CONFLICT (release) DO UPDATE SET published = now();")
    for view in views { sql.add("DROP VIEW IF EXISTS \(sqlName(view.name));") }
    for table in tables { table.write(release: release, language: language, to: &sql) }
    for view in views {
      sql.add("CREATE VIEW \(sqlName(view.name)) AS \(view.query);")
      if let comment = view.comment {
        sql.add("COMMENT ON VIEW \(sqlName(view.name)) IS \(sqlText(comment));")
      }
    }
    sql.add("COMMIT;")
    return sql.text
  }

  private struct View {
    var name: String
    var query: String
    var comment: String?
  }

  /// The last release of every table, then a view for each indicator and index.
  private var views: [View] {
    let language = atlas.languages.first ?? "en"
    let last = "(SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1)"
    let areas = tables[0].table
    func figure(_ name: String, _ columns: [String], _ title: String) -> View {
      let names = ["area_code"] + atlas.languages.map { "name_\($0)" } + columns
      let list = names.filter { areas[$0] != nil }.map(sqlName).joined(separator: ", ")
      return View(
        name: name, query: "SELECT \(list), geom FROM areas WHERE release = \(last)",
        comment: title)
    }
    return tables.map {
      View(
        name: "current_\($0.table.name)",
        query: "SELECT * FROM \(sqlName($0.table.name)) WHERE release = \(last)")
    }
      + atlas.matrix.columns.map(\.indicator).map {
        figure(
          "indicator_\($0.id)", ColumnNames.ofIndicator($0.id), $0.title.text(in: language))
      }
      + atlas.indexes.map {
        figure("index_\($0.id)", ColumnNames.ofIndex($0.id), $0.title.text(in: language))
      }
  }
}
