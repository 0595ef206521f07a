import Diagnostics
import GDALAccess
import Geography

/// The areas and what is drawn around them, as read.
struct Boundaries {
  var layer: AreaLayer
  var water: [Polygon] = []
  var surroundings: [Polygon] = []
  var warnings: [Problem] = []
}

extension PipelineDefinition {
  /// Reads boundaries and context; all that is wrong with them is told together.
  func readBoundaries() throws -> Boundaries {
    var problems = Problems()
    let areas = problems.collect {
      try boundaries.source.readAreas(
        key: boundaries.key.value,
        names: Dictionary(boundaries.names.map { ($0.language, $0.column.value) }) { $1 })
    }
    let water = problems.collect { try context.water?.polygons() }
    let surroundings = problems.collect { try context.surroundings?.polygons() }
    try problems.throwIfAny()
    guard let areas else { throw problems }
    var read = Boundaries(layer: areas.layer, warnings: areas.warnings)
    for (reading, path) in [
      (water ?? nil, \Boundaries.water), (surroundings ?? nil, \.surroundings),
    ] {
      guard let reading else { continue }
      read[keyPath: path] = reading.polygons
      read.warnings += reading.warnings
    }
    return read
  }
}

extension BoundariesDefinition {
  fileprivate var source: LayerSource {
    LayerSource(
      file: origin.path, displayName: origin.name, layer: layer?.value, crs: crs?.value,
      encoding: encoding?.value, namedAt: namedAt)
  }

  /// Where the definition names the layer and the columns.
  private var namedAt: [String: Place] {
    let named = [key] + names.map(\.column) + [layer, crs, encoding].compactMap(\.self)
    return Dictionary(named.map { ($0.value, $0.place) }) { first, _ in first }
  }
}

extension InputFile {
  fileprivate func polygons() throws -> PolygonReading {
    try LayerSource(file: url.path, displayName: name).readPolygons()
  }
}
