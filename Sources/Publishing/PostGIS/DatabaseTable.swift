internal import GDALAccess
internal import Geography

/// A published table as a table of PostgreSQL, its release in front.
struct DatabaseTable {
  let table: AtlasTable
  /// The columns that tell rows of one release apart.
  let key: [String]
  /// A column of the key that older releases of this program did not write, and what their rows
  /// would have in it; nil where there is none.
  var laterKey: (column: String, before: String)?
  /// The polygons of each row; nil where there are none.
  var geometry: [[Polygon]]?

  /// Makes the table where it is missing, adds columns that are new, says what they mean, and puts
  /// the rows of the release in place of those that it had.
  func write(release: String, language: String, to sql: inout SQLText) {
    let name = sqlName(table.name)
    let keys = (["release"] + key).map(sqlName).joined(separator: ", ")
    let columns =
      table.fields.map { (name: sqlName($0.name), type: $0.values.databaseType) }
      + (geometry == nil ? [] : [(name: "geom", type: "geometry(MultiPolygon, 4326)")])
    let firsts = columns.filter { column in key.contains { sqlName($0) == column.name } }
      .map { ", \($0.name) \($0.type)" }.joined()
    sql.add(
      "CREATE TABLE IF NOT EXISTS \(name) (release text REFERENCES releases ON DELETE CASCADE\(firsts),"
        + " PRIMARY KEY (\(keys)));")
    if let laterKey {
      sql.add(
        "ALTER TABLE \(name) ADD COLUMN IF NOT EXISTS \(sqlName(laterKey.column)) text NOT NULL"
          + " DEFAULT \(sqlText(laterKey.before)),"
          + " DROP CONSTRAINT \(sqlName("\(table.name)_pkey")), ADD PRIMARY KEY (\(keys));")
    }
    for column in columns {
      sql.add("ALTER TABLE \(name) ADD COLUMN IF NOT EXISTS \(column.name) \(column.type);")
    }
    sql.add("COMMENT ON TABLE \(name) IS \(sqlText(table.description));")
    for field in table.fields {
      let comment = "\(field.alias(in: language)). \(field.description)"
      sql.add("COMMENT ON COLUMN \(name).\(sqlName(field.name)) IS \(sqlText(comment));")
    }
    if geometry != nil {
      sql.add(
        "CREATE INDEX IF NOT EXISTS \(sqlName("\(table.name)_geom")) ON \(name) USING gist (geom);")
    }
    sql.add("DELETE FROM \(name) WHERE release = \(sqlText(release));")
    let list = (["release"] + columns.map(\.name)).joined(separator: ", ")
    // One statement for many rows, short enough for the server to read in one go.
    for start in stride(from: 0, to: table.rowCount, by: 500) {
      sql.add("INSERT INTO \(name) (\(list)) VALUES")
      let end = min(start + 500, table.rowCount)
      for row in start..<end {
        sql.begin(row: release)
        for field in table.fields { sql.append(row: row, of: field.values) }
        if let geometry { sql.append(geometry[row]) }
        sql.endRow(isLast: row == end - 1)
      }
    }
  }
}

extension AtlasField.Values {
  fileprivate var databaseType: String {
    switch self {
    case .text: "text"
    case .real: "double precision"
    case .integer: "bigint"
    case .boolean: "boolean"
    case .date: "date"
    case .drivers: "jsonb"
    }
  }
}
