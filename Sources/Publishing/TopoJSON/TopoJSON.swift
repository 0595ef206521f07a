package import Geography

extension PublishedFile {
  /// `atlas.topojson` for the web: object `areas`, shared boundaries held once, coordinates on a
  /// grid, exteriors clockwise as d3 wants them, properties as in `atlas.geojson`.
  ///
  /// - Parameters:
  ///   - atlas: whose title and origins to write.
  ///   - layer: the areas, every piece within ±180°.
  ///   - table: the properties, one row an area in layer order.
  ///   - gridSize: how many lines the grid has across the areas in each direction.
  package static func topoJSON(
    of atlas: Atlas, layer: AreaLayer, table: AtlasTable, gridSize: Int = 100_000
  ) -> PublishedFile {
    let extent =
      Extent(published: layer.areas.lazy.flatMap(\.polygons))
      ?? Extent(minimum: .zero, maximum: .zero)
    var origin = extent.minimum
    let step = extent.size / Double(gridSize - 1)
    // A layer without width or height has one grid line there.
    var scale = step.replacing(with: 1, where: step .<= 0)
    if extent.maximum.x > 180 {
      // Pieces lie on both sides of the antimeridian, far apart in degrees: the grid spans the
      // globe at the same fineness, with a line on either edge.
      origin.x = -180
      scale.x = 360 / (360 / scale.x).rounded(.up)
    }
    let coverage = Coverage(of: layer.areas.map(\.polygons))
    let properties = PropertiesText(table)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(coverage.vertexCount * 8 + table.rowCount * table.fields.count * 40)
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
    bytes.append(text: "\"translate\":[\(origin.x),\(origin.y)]}")
    bytes.append(
      text: ",\n\"objects\":{\"areas\":{\"type\":\"GeometryCollection\",\"geometries\":[")
    for (row, area) in layer.areas.enumerated() {
      bytes.append(text: row > 0 ? ",\n" : "\n")
      let pieces = coverage.arcs(ofArea: row)
      let isMulti = pieces.count > 1
      bytes.append(text: "{\"type\":\"\(isMulti ? "MultiPolygon" : "Polygon")\",\"id\":")
      bytes.append(quoted: area.code)
      bytes.append(text: ",\"properties\":")
      properties.append(row: row, to: &bytes)
      let texts = pieces.map { "[\($0.map(clockwise).joined(separator: ","))]" }
      let text = texts.joined(separator: ",")
      bytes.append(text: ",\"arcs\":\(isMulti ? "[\(text)]" : text)}")
    }
    bytes.append(text: "\n]}},\n\"arcs\":[")
    for index in 0..<coverage.arcCount {
      bytes.append(text: index > 0 ? ",\n" : "\n")
      bytes.append(
        gridArc: coverage.arc(index).lazy.map {
          SIMD2<Int>((($0 - origin) / scale).rounded(.toNearestOrAwayFromZero))
        })
    }
    bytes.append(text: "\n]}\n")
    return PublishedFile(path: "atlas.topojson", bytes: bytes)
  }

  /// A ring walked with its area on the right: the same arcs backwards, from the last to the
  /// first.
  private static func clockwise(_ arcs: [Int]) -> String {
    "[\(arcs.reversed().map { String(~$0) }.joined(separator: ","))]"
  }
}

extension [UInt8] {
  /// Adds an arc as its first grid point and the steps from each point to the next.
  ///
  /// Every vertex stays, also where two lie on one grid point, so that no ring gets shorter than
  /// the four points it must have.
  fileprivate mutating func append(gridArc points: some Sequence<SIMD2<Int>>) {
    var previous = SIMD2<Int>.zero
    for (order, point) in points.enumerated() {
      let step = point &- previous
      append(UInt8(ascii: order == 0 ? "[" : ","))
      append(UInt8(ascii: "["))
      append(decimal: step.x)
      append(UInt8(ascii: ","))
      append(decimal: step.y)
      append(UInt8(ascii: "]"))
      previous = point
    }
    append(UInt8(ascii: "]"))
  }

  /// Adds a whole number in decimal digits.
  private mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var left = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10))
      left /= 10
    } while left > 0
    self[start...].reverse()
  }
}
