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
    switch origin {
    case .file(let file):
      LayerSource(
        file: file.url.path, displayName: file.name, layer: layer?.value, crs: crs?.value)
    case .database(let connection):
      LayerSource(
        file: connection.value, displayName: "the database", layer: layer?.value,
        crs: crs?.value)
    }
  }
}

extension InputFile {
  fileprivate func polygons() throws -> PolygonReading {
    try LayerSource(file: url.path, displayName: name).readPolygons()
  }
}
