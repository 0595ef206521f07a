import Diagnostics

extension FeatureTable {
  /// Stores the aliases and descriptions of the columns in a GeoPackage, by its schema
  /// extension (OGC 12-128r18, F.9), which GDAL 3.6 has no function for.
  static func describeColumns(of tables: [FeatureTable], in dataset: borrowing Dataset) throws {
    let rows = tables.flatMap { table in
      table.fields.filter { $0.alias != nil || $0.description != nil }.map { field in
        let cells = [table.name, field.name, field.alias, field.alias, field.description]
        return "(\(cells.map { $0.map(sqlText) ?? "NULL" }.joined(separator: ", ")), NULL, NULL)"
      }
    }
    if rows.isEmpty { return }
    try dataset.execute(
      """
      CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
      name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,
      CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
      CONSTRAINT gdc_tn UNIQUE (table_name, name))
      """)
    try dataset.execute(
      """
      CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL,
      constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
      max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))
      """)
    try dataset.execute(
      """
      CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT,
      extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
      """)
    for table in ["gpkg_data_columns", "gpkg_data_column_constraints"] {
      try dataset.execute(
        """
        INSERT INTO gpkg_extensions VALUES ('\(table)', NULL, 'gpkg_schema',
        'http://www.geopackage.org/spec121/#extension_schema', 'read-write')
        """)
    }
    try dataset.execute(
      "INSERT INTO gpkg_data_columns VALUES \(rows.joined(separator: ", "))")
  }
}
