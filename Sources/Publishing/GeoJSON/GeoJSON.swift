package import Geography

/// The features of a layer as GeoJSON (RFC 7946), each on a line of its own, in two files:
/// `atlas.geojson`, one collection, and `atlas.geojsonl`, a line a feature, for reading in parts.
///
/// `id` is the area code; exteriors run counter-clockwise, longitude and latitude in WGS 84;
/// every feature has a `bbox`. Reals always carry a point or an exponent.
package struct GeoJSON {
  private var features: [UInt8] = []
  /// Where each feature ends in `features`; two bytes lie between it and the next.
  private var ends: [Int] = []
  private let decimals: Int
  private let extent: Extent?

  /// - Parameters:
  ///   - layer: the areas, every piece within ±180°.
  ///   - table: the properties, one row an area in layer order.
  ///   - decimals: most digits behind the point of a coordinate, at most 7 (about 1 cm).
  package init(_ layer: AreaLayer, table: AtlasTable, decimals: Int) {
    precondition((0...7).contains(decimals))
    self.decimals = decimals
    extent = Extent(published: layer.areas.lazy.flatMap(\.polygons))
    let text = CoordinateText(decimals: decimals)
    let properties = PropertiesText(table)
    features.reserveCapacity(GeoJSON.byteEstimate(of: layer, table))
    ends.reserveCapacity(layer.count)
    for (row, area) in layer.areas.enumerated() {
      if row > 0 { features.append(text: ",\n") }
      features.append(text: "{\"type\":\"Feature\",\"id\":")
      features.append(quoted: area.code)
      if let extent = Extent(published: area.polygons) {
        features.append(text: ",\"bbox\":")
        text.append(extent, to: &features)
      }
      features.append(text: ",\"properties\":")
      properties.append(row: row, to: &features)
      features.append(text: ",\"geometry\":")
      append(area.polygons, in: text)
      features.append(UInt8(ascii: "}"))
      ends.append(features.count)
    }
  }

  /// `atlas.geojson`. Title, terms, periods and sources are foreign members in front of the
  /// features, which readers pass over.
  package func collection(of atlas: Atlas) -> PublishedFile {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(features.count + 16_384)
    bytes.append(text: "{\"type\":\"FeatureCollection\"")
    for member in foreignMembers(of: atlas) {
      bytes.append(text: ",\n")
      bytes.append(quoted: member.name)
      bytes.append(UInt8(ascii: ":"))
      member.value.writeCompact(to: &bytes)
    }
    if let extent {
      bytes.append(text: ",\n\"bbox\":")
      CoordinateText(decimals: decimals).append(extent, to: &bytes)
    }
    bytes.append(text: ",\n\"features\":[\n")
    bytes += features
    bytes.append(text: "\n]}\n")
    return PublishedFile(path: "atlas.geojson", bytes: bytes)
  }

  /// `atlas.geojsonl`.
  package var lines: PublishedFile {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(features.count + 1)
    var start = 0
    for end in ends {
      bytes += features[start..<end]
      bytes.append(UInt8(ascii: "\n"))
      start = end + 2
    }
    return PublishedFile(path: "atlas.geojsonl", bytes: bytes)
  }

  private mutating func append(_ polygons: [Polygon], in text: CoordinateText) {
    let isMulti = polygons.count > 1
    features.append(
      text: isMulti
        ? "{\"type\":\"MultiPolygon\",\"coordinates\":[" : "{\"type\":\"Polygon\",\"coordinates\":")
    for (order, polygon) in polygons.enumerated() {
      features.append(text: order > 0 ? ",[" : "[")
      text.append(polygon.exterior, to: &features)
      for hole in polygon.holes {
        features.append(UInt8(ascii: ","))
        text.append(hole, to: &features)
      }
      features.append(UInt8(ascii: "]"))
    }
    features.append(text: isMulti ? "]}" : "}")
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
