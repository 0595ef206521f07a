package import Geography

/// The features of a layer as GeoJSON (RFC 7946), each on a line of its own, in two files:
/// `atlas.geojson`, one collection, and `atlas.geojsonl`, a line a feature, for reading in parts.
///
/// `id` is the area code; exteriors run counter-clockwise, longitude and latitude in WGS 84;
/// every feature has a `bbox`. Reals always carry a point or an exponent.
package struct GeoJSON {
  /// `atlas.geojson`. Title, terms, periods and sources are foreign members in front of the
  /// features, which readers pass over.
  package let collection: PublishedFile
  /// Where each feature stands in `collection`.
  private var features: [Range<Int>] = []

  /// - Parameters:
  ///   - atlas: whose title and origins to write.
  ///   - layer: the areas, every piece within ±180°.
  ///   - table: the properties, one row an area in layer order.
  ///   - decimals: most digits behind the point of a coordinate, at most 7 (about 1 cm).
  package init(of atlas: Atlas, layer: AreaLayer, table: AtlasTable, decimals: Int) {
    precondition((0...7).contains(decimals))
    let text = CoordinateText(decimals: decimals)
    let properties = PropertiesText(table)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(GeoJSON.byteEstimate(of: layer, table))
    features.reserveCapacity(layer.count)
    bytes.append(text: "{\"type\":\"FeatureCollection\"")
    for member in foreignMembers(of: atlas) {
      bytes.append(text: ",\n")
      bytes.append(quoted: member.name)
      bytes.append(UInt8(ascii: ":"))
      member.value.writeCompact(to: &bytes)
    }
    if let extent = Extent(published: layer.areas.lazy.flatMap(\.polygons)) {
      bytes.append(text: ",\n\"bbox\":")
      text.append(extent, to: &bytes)
    }
    bytes.append(text: ",\n\"features\":[")
    for (row, area) in layer.areas.enumerated() {
      bytes.append(text: row > 0 ? ",\n" : "\n")
      let start = bytes.count
      bytes.append(text: "{\"type\":\"Feature\",\"id\":")
      bytes.append(quoted: area.code)
      if let extent = Extent(published: area.polygons) {
        bytes.append(text: ",\"bbox\":")
        text.append(extent, to: &bytes)
      }
      bytes.append(text: ",\"properties\":")
      properties.append(row: row, to: &bytes)
      bytes.append(text: ",\"geometry\":")
      GeoJSON.append(area.polygons, in: text, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
      features.append(start..<bytes.count)
    }
    bytes.append(text: "\n]}\n")
    collection = PublishedFile(path: "atlas.geojson", bytes: bytes)
  }

  /// `atlas.geojsonl`.
  package var lines: PublishedFile {
    PublishedFile(path: "atlas.geojsonl", lines: features, of: collection)
  }

  private static func append(
    _ polygons: [Polygon], in text: CoordinateText, to bytes: inout [UInt8]
  ) {
    let isMulti = polygons.count > 1
    bytes.append(
      text: isMulti
        ? "{\"type\":\"MultiPolygon\",\"coordinates\":[" : "{\"type\":\"Polygon\",\"coordinates\":")
    for (order, polygon) in polygons.enumerated() {
      bytes.append(text: order > 0 ? ",[" : "[")
      text.append(polygon.exterior, to: &bytes)
      for hole in polygon.holes {
        bytes.append(UInt8(ascii: ","))
        text.append(hole, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(text: isMulti ? "]}" : "}")
  }

  private static func byteEstimate(of layer: AreaLayer, _ table: AtlasTable) -> Int {
    let vertices = layer.areas.reduce(0) { sum, area in
      area.polygons.reduce(sum) { $0 + $1.rings.reduce(0) { $0 + $1.coordinates.count } }
    }
    return vertices * 27 + table.rowCount * table.fields.count * 40
  }
}

/// What a GeoJSON or TopoJSON file says about itself; readers of maps pass over these members.
func foreignMembers(of atlas: Atlas) -> [(name: String, value: JSON)] {
  let lead = atlas.languages.first ?? "en"
  let periods = atlas.matrix.columns.map(\.indicator).map {
    (name: $0.id, value: JSON.text($0.period))
  }
  return [
    ("name", .text(atlas.pipeline)),
    ("title", .text(atlas.title.text(in: lead))),
    ("as_of", .optional(atlas.asOf)),
    ("licence", .text(atlas.boundaries.licence)),
    ("attribution", .text(atlas.boundaries.attribution)),
    ("periods", .object(periods)),
    ("sources", .array(atlas.sources.map(\.json))),
    ("links", ["dictionary": "datapackage.json", "page": "index.html"]),
  ]
}
