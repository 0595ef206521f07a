import Diagnostics

/// How QGIS draws a layer of a GeoPackage.
public struct LayerStyle: Sendable, Hashable {
  /// Name that QGIS lists it under.
  public var name: String
  /// The layer it is for.
  public var layer: String
  /// What it shows.
  public var description: String
  /// The style as a document of QGIS.
  public var qml: String
  /// Whether QGIS draws the layer with it unless told otherwise; one style a layer at most.
  public var isDefault: Bool

  /// A style.
  public init(
    name: String, layer: String, description: String, qml: String, isDefault: Bool = false
  ) {
    self.name = name
    self.layer = layer
    self.description = description
    self.qml = qml
    self.isDefault = isDefault
  }
}

extension FeatureTable {
  /// Stores styles where QGIS looks for them: in a table `layer_styles` with its own columns.
  static func store(_ styles: [LayerStyle], in dataset: borrowing Dataset) throws {
    if styles.isEmpty { return }
    try dataset.execute(
      """
      CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
      f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
      useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)
      """)
    try dataset.execute(
      """
      INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
      VALUES ('layer_styles', 'attributes', 'layer_styles', 'Styles for QGIS.', '\(fixedTime)')
      """)
    for style in styles {
      let texts = ["", "", style.layer, geometryColumn, style.name, style.qml, ""].map(sqlText)
      try dataset.execute(
        """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
        f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui,
        update_time) VALUES (\(texts.joined(separator: ", ")), \(style.isDefault ? 1 : 0),
        \(sqlText(style.description)), '', '', '\(fixedTime)')
        """)
    }
  }
}
