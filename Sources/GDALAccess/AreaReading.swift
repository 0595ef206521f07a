import CGDAL
public import Diagnostics
public import Geography

/// A boundary layer as it was read.
public struct AreaReading: Sendable, Hashable {
  /// The areas in code order, WGS 84.
  public var layer: AreaLayer
  /// Boundaries that had to be repaired, each named, in the order of the file.
  public var warnings: [Problem]
}

/// Polygons as they were read.
public struct PolygonReading: Sendable, Hashable {
  /// The polygons in the order of the file, WGS 84.
  public var polygons: [Polygon]
  /// Boundaries that had to be repaired, in the order of the file.
  public var warnings: [Problem]
}

extension LayerSource {
  /// Reads the areas of a polygon layer, in one pass.
  ///
  /// Coordinates become WGS 84 longitude and latitude in degrees; a ring that crosses the
  /// antimeridian runs on past 180°. Z and M are dropped, pieces and holes kept, curves
  /// turned into lines. Rings that cross themselves, have spikes or do not close are
  /// repaired (GEOS) with a warning.
  ///
  /// - Parameters:
  ///   - key: the column of the code, read as the text that stands there: the number 4
  ///     stays `4`. Every area needs one of its own.
  ///   - names: the column of the name in each language; an empty cell gives no name.
  /// - Returns: the areas, with a warning for each that was repaired.
  /// - Throws: `Problem` or `Problems`: no such file, layer or column; several layers and
  ///   none chosen; no reference system; a key missing or used twice; a geometry that is
  ///   missing, no polygon, or outside the world. All that can be found are reported.
  public func readAreas(key: String, names: [String: String]) throws -> AreaReading {
    try quietly {
      let dataset = try Dataset(opening: self)
      return try dataset.withLayer(of: self) { layer in
        var problems = Problems()
        let columns = problems.collect { try AreaColumns(layer, key: key, names: names) }
        let geometries = try WGS84Reader.open(layer, crs: crs, after: problems)
        guard let columns else { throw problems }
        var reader = AreaReader(columns: columns, of: layer, warnings: geometries.warnings)
        try layer.forEachFeature { feature in
          reader.read(feature, geometries, at: layer.place(feature: feature.number))
        }
        return try reader.finish(at: layer.place())
      }
    }
  }

  /// Reads the polygons of a layer that needs no keys: water, neighbouring land.
  ///
  /// - Throws: `Problem` or `Problems`, as `readAreas(key:names:)` does.
  public func readPolygons() throws -> PolygonReading {
    try quietly {
      let dataset = try Dataset(opening: self)
      return try dataset.withLayer(of: self) { layer in
        let geometries = try WGS84Reader.open(layer, crs: crs)
        var problems = Problems()
        var result = PolygonReading(polygons: [], warnings: geometries.warnings)
        try layer.forEachFeature { feature in
          let place = layer.place(feature: feature.number)
          let boundary = Boundary(place: place)
          guard let reading = problems.read(boundary, feature, geometries) else { return }
          result.polygons += reading.polygons
          result.warnings += boundary.warnings(of: reading)
        }
        try problems.throwIfAny()
        return result
      }
    }
  }
}
