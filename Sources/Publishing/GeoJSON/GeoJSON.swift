internal import Geography

extension PublishedFile {
  /// `atlas.geojson` by RFC 7946: one feature an area on a line of its own, `id` = area code,
  /// exteriors counter-clockwise, WGS 84, a `bbox` for the collection and for each feature.
  ///
  /// Title, terms, periods and sources are foreign members in front of the features, which
  /// readers pass over. Reals always carry a point or an exponent.
  ///
  /// - Parameters:
  ///   - atlas: whose layer and origins to write.
  ///   - table: the properties, one row an area in layer order.
  ///   - decimals: most digits behind the point of a coordinate, at most 7 (about 1 cm).
  public static func geoJSON(
    of atlas: Atlas, table: AtlasTable, decimals: Int = 7
  ) -> PublishedFile {
    precondition((0...7).contains(decimals))
    let text = CoordinateText(decimals: decimals)
    let properties = PropertiesText(table)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteEstimate(of: atlas.layer, table))
    bytes.append(text: "{\"type\":\"FeatureCollection\"")
    for member in foreignMembers(of: atlas) {
      bytes.append(text: ",\n")
      bytes.append(quoted: member.name)
      bytes.append(UInt8(ascii: ":"))
      member.value.writeCompact(to: &bytes)
    }
    if let extent = atlas.layer.extent {
      bytes.append(text: ",\n\"bbox\":")
      text.append(extent, to: &bytes)
    }
    bytes.append(text: ",\n\"features\":[")
    for (row, area) in atlas.layer.areas.enumerated() {
      bytes.append(text: row > 0 ? ",\n" : "\n")
      bytes.append(text: "{\"type\":\"Feature\",\"id\":")
      bytes.append(quoted: area.code)
      if let extent = Extent(area.polygons) {
        bytes.append(text: ",\"bbox\":")
        text.append(extent, to: &bytes)
      }
      bytes.append(text: ",\"properties\":")
      properties.append(row: row, to: &bytes)
      bytes.append(text: ",\"geometry\":")
      append(area.polygons, in: text, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(text: "\n]}\n")
    return PublishedFile(path: "atlas.geojson", bytes: bytes)
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
    return vertices * 27 + table.rowCount * table.fields.count * 40 + 4096
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
