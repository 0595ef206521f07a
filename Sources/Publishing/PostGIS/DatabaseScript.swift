internal import GDALAccess
public import Geography
public import Indicators

/// A release as statements of SQL for PostGIS, in one transaction: all of it is there afterwards,
/// or nothing has changed.
///
/// Every table has the release in front, and keeps those of earlier nights; the same release
/// again takes the place of its rows. `current_…` views show the last release, `indicator_<id>`
/// and `index_<id>` one figure each with geometry, and `gi_<id>` computes Gi\* anew. Titles,
/// units and meanings are comments.
public struct DatabaseScript: Sendable {
  private let tables: [DatabaseTable]
  private let views: [DatabaseView]
  private let language: String
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
        DatabaseTable(table: .weights(of: atlas), key: ["index", "area_code", "neighbor_code"]),
        DatabaseTable(
          table: all.dictionary, key: ["table_name", "field"],
          laterKey: (column: "table_name", before: "areas")),
        DatabaseTable(table: all.sources, key: ["source"]),
        DatabaseTable(table: all.about, key: []),
      ]
      + (all.localStatistics.map { table in
        let key = ["index", "statistic", "variable", "neighbor_variable", "area_code"]
        return [DatabaseTable(table: table, key: key)]
      } ?? [])
    let language = atlas.languages.first ?? "en"
    func figure(_ name: String, _ columns: [String], _ title: LocalizedText) -> DatabaseView {
      .figure(
        name, columns: columns, of: all.areas, languages: atlas.languages,
        title: title.text(in: language))
    }
    views =
      tables.map { .current($0.table) }
      + atlas.matrix.columns.map(\.indicator).map {
        figure("indicator_\($0.id)", ColumnNames.ofIndicator($0.id), $0.title)
      }
      + atlas.indexes.map { figure("index_\($0.id)", ColumnNames.ofIndex($0.id), $0.title) }
      + atlas.indexes.filter { $0.neighborWeights != nil }
      .map { .getisOrd(of: $0.id, title: $0.title.text(in: language)) }
    self.language = language
    self.release = release
    self.schema = schema
  }

  /// The statements, from `BEGIN` to `COMMIT`.
  public var text: String {
    var sql = SQLText()
    sql.add("BEGIN;")
    // Texts end where the standard says, whatever the server was told.
    sql.add("SET LOCAL standard_conforming_strings = on;")
    // Who reads on for ever must not keep the night waiting.
    sql.add("SET LOCAL lock_timeout = '60s';")
    // "already exists, skipping" is no news.
    sql.add("SET LOCAL client_min_messages = warning;")
    // One after the other, should two runs meet, also where both would make the schema.
    sql.add(
      "DO $turn$ BEGIN PERFORM pg_advisory_xact_lock(hashtext(\(sqlText("atlas \(schema)"))));"
        + " END $turn$;")
    sql.add("CREATE SCHEMA IF NOT EXISTS \(sqlName(schema));")
    // PostGIS may be in any schema that its owner finds it in.
    sql.add(
      "DO $path$ BEGIN PERFORM set_config('search_path', concat_ws(', ', "
        + "\(sqlText(sqlName(schema))), nullif(current_setting('search_path'), '')), true);"
        + " END $path$;")
    sql.add(
      "CREATE TABLE IF NOT EXISTS releases (release text PRIMARY KEY,"
        + " published timestamptz NOT NULL);")
    sql.add(
      "COMMENT ON TABLE releases IS 'One row for each release, and when it was last written.';")
    let name = sqlText(release)
    sql.add(
      "INSERT INTO releases (release, published) VALUES (\(name), clock_timestamp())"
        + " ON CONFLICT (release) DO UPDATE SET published = clock_timestamp();")
    for table in tables { table.write(release: release, language: language, to: &sql) }
    for view in views { view.write(to: &sql) }
    sql.add("COMMIT;")
    return sql.text
  }
}
