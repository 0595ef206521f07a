internal import GDALAccess
internal import Geography

extension PublishedFile {
  /// `atlas.gpkg`: first the layer `areas` with the wide columns, then the other tables without
  /// geometry. Titles are aliases, meanings with units are descriptions of the columns.
  ///
  /// - Throws: `Problem` with what GDAL says.
  static func geoPackage(
    of layer: AreaLayer, areas: AtlasTable, tables: [AtlasTable], language: String
  ) throws -> PublishedFile {
    let first = FeatureTable(areas, geometry: layer.areas.map(\.polygons), language: language)
    let rest = tables.map { FeatureTable($0, language: language) }
    return PublishedFile(path: "atlas.gpkg", bytes: try FeatureTable.geoPackage([first] + rest))
  }

  /// `atlas.fgb`: the areas with the wide columns and a spatial index, whose order they are in.
  ///
  /// - Throws: `Problem` with what GDAL says.
  static func flatGeobuf(
    of layer: AreaLayer, areas: AtlasTable, language: String
  ) throws -> PublishedFile {
    let table = FeatureTable(areas, geometry: layer.areas.map(\.polygons), language: language)
    return PublishedFile(path: "atlas.fgb", bytes: try table.flatGeobuf())
  }
}

extension FeatureTable {
  /// A published table as GDAL writes it. Objects become their JSON text, and what is no finite
  /// number becomes null, as in every other format.
  init(_ table: AtlasTable, geometry: [[Polygon]]? = nil, language: String) {
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
      case .real(let reals): .real(reals.map { $0.flatMap { $0.isFinite ? $0 : nil } })
      case .integer(let integers): .integer(integers)
      case .boolean(let flags): .boolean(flags)
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
