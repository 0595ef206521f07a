package import GDALAccess
package import Geography

extension PublishedFile {
  /// `atlas.gpkg`: first the layer `areas` with the wide columns, then the other tables without
  /// geometry, and a style for each map. Titles are aliases, meanings with units are descriptions
  /// of the columns.
  ///
  /// - Throws: `Problem` with what GDAL says.
  static func geoPackage(
    of layer: AreaLayer, _ tables: ReleaseTables, styles: [LayerStyle], language: String
  ) throws -> PublishedFile {
    let areas = FeatureTable(
      tables.areas, geometry: layer.areas.map(\.polygons), language: language)
    let statistics = tables.localStatistics.map { [$0] } ?? []
    let rest =
      ([tables.observations, tables.neighbors] + statistics
      + [tables.dictionary, tables.sources, tables.about])
      .map { FeatureTable($0, language: language) }
    return PublishedFile(
      path: "atlas.gpkg", bytes: try FeatureTable.geoPackage([areas] + rest, styles: styles))
  }

  /// `atlas.fgb`: the areas with the wide columns and a spatial index, whose order they are in;
  /// and `atlas.parquet`, the same as GeoParquet, where this GDAL writes it.
  ///
  /// - Throws: `Problem` with what GDAL says.
  static func columnFiles(
    of layer: AreaLayer, areas: AtlasTable, language: String
  ) throws -> [PublishedFile] {
    let table = FeatureTable(areas, geometry: layer.areas.map(\.polygons), language: language)
    let flat = PublishedFile(path: "atlas.fgb", bytes: try table.flatGeobuf())
    guard OptionalFormat.parquet.isThere else { return [flat] }
    return [flat, PublishedFile(path: OptionalFormat.parquet.path, bytes: try table.parquet())]
  }
}

extension FeatureTable {
  /// A published table as GDAL writes it. Objects become their JSON text.
  package init(_ table: AtlasTable, geometry: [[Polygon]]? = nil, language: String) {
    var taken: Set<String> = []
    let fields = table.fields.map { field in
      let title = field.title.text(in: language)
      // An alias stands once in a table; a second column of the same title keeps its name beside.
      let alias = taken.insert(title).inserted ? title : "\(title) (\(field.name))"
      return Field(
        name: field.name, values: Values(field.values), alias: alias,
        description: field.description(in: language))
    }
    self.init(
      name: table.name, fields: fields, geometry: geometry, description: table.description)
  }
}

extension FeatureTable.Values {
  fileprivate init(_ values: AtlasField.Values) {
    self =
      switch values {
      case .text(let texts): .text(texts)
      case .real(let reals): .real(reals)
      case .integer(let integers): .integer(integers)
      case .boolean(let flags): .boolean(flags)
      case .date(let dates): .date(dates.map { $0?.description })
      case .drivers(let drivers):
        .text(drivers.map { $0.map { String(decoding: driversText($0), as: UTF8.self) } })
      }
  }
}

extension AtlasField {
  /// What it holds, with its unit where it has one.
  fileprivate func description(in language: String) -> String {
    guard let unit else { return description }
    return "\(description) Unit: \(unit.text(in: language))."
  }
}
