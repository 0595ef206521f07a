internal import Geography

extension PublishedFile {
  /// `atlas.topojson` for the web: object `areas`, shared boundaries held once, coordinates on a
  /// grid, exteriors clockwise as d3 wants them, properties as in `atlas.geojson`.
  ///
  /// - Parameters:
  ///   - atlas: whose title and origins to write.
  ///   - layer: the areas, every piece within ±180°.
  ///   - table: the properties, one row an area in layer order.
  ///   - gridSize: how many steps the grid has in each direction.
  static func topoJSON(
    of atlas: Atlas, layer: AreaLayer, table: AtlasTable, gridSize: Int = 100_000
  ) -> PublishedFile {
    let extent = layer.extent ?? Extent(minimum: .zero, maximum: .zero)
    let step = extent.size / Double(gridSize - 1)
    // A layer without width or height has one grid line there.
    let scale = step.replacing(with: 1, where: step .<= 0)
    var topology = Topology()
    let rings = layer.areas.map { area in
      area.polygons.map { polygon in
        polygon.rings.map { ring in
          topology.note(
            ring.coordinates.reversed().map {
              SIMD2<Int32>((($0 - extent.minimum) / scale).rounded(.toNearestOrAwayFromZero))
            })
        }
      }
    }
    let arcs = rings.map { $0.map { $0.map { topology.cut($0) } } }
    let properties = PropertiesText(table)
    var bytes: [UInt8] = []
    bytes.append(text: "{\"type\":\"Topology\"")
    for member in foreignMembers(of: atlas) {
      bytes.append(text: ",\n")
      bytes.append(quoted: member.name)
      bytes.append(UInt8(ascii: ":"))
      member.value.writeCompact(to: &bytes)
    }
    bytes.append(text: ",\n\"bbox\":")
    CoordinateText(decimals: 7).append(extent, to: &bytes)
    bytes.append(text: ",\n\"transform\":{\"scale\":[\(scale.x),\(scale.y)],")
    bytes.append(text: "\"translate\":[\(extent.minimum.x),\(extent.minimum.y)]}")
    bytes.append(
      text: ",\n\"objects\":{\"areas\":{\"type\":\"GeometryCollection\",\"geometries\":[")
    for (row, area) in layer.areas.enumerated() {
      bytes.append(text: row > 0 ? ",\n" : "\n")
      let isMulti = arcs[row].count > 1
      bytes.append(text: "{\"type\":\"\(isMulti ? "MultiPolygon" : "Polygon")\",\"id\":")
      bytes.append(quoted: area.code)
      bytes.append(text: ",\"properties\":")
      properties.append(row: row, to: &bytes)
      let pieces = arcs[row].map { "[\($0.map(listText).joined(separator: ","))]" }
      let text = pieces.joined(separator: ",")
      bytes.append(text: ",\"arcs\":\(isMulti ? "[\(text)]" : text)}")
    }
    bytes.append(text: "\n]}},\n\"arcs\":[")
    for (order, arc) in topology.arcs.enumerated() {
      bytes.append(text: order > 0 ? ",\n" : "\n")
      append(steps: arc, to: &bytes)
    }
    bytes.append(text: "\n]}\n")
    return PublishedFile(path: "atlas.topojson", bytes: bytes)
  }

  private static func listText(_ numbers: [Int]) -> String {
    "[\(numbers.map(String.init).joined(separator: ","))]"
  }

  /// An arc as its first grid point and the steps from each point to the next.
  private static func append(steps arc: [SIMD2<Int32>], to bytes: inout [UInt8]) {
    var previous = SIMD2<Int32>.zero
    for (order, point) in arc.enumerated() {
      let step = point &- previous
      bytes.append(text: "\(order == 0 ? "[" : ",")[\(step.x),\(step.y)]")
      previous = point
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
