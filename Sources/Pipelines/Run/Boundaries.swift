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
    var read = Boundaries(
      layer: areas.layer, warnings: areas.warnings + nameWarnings(of: areas.layer))
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

extension PipelineDefinition {
  /// Areas whose names cannot be met: they have none, or share it.
  private func nameWarnings(of layer: AreaLayer) -> [Problem] {
    boundaries.names.flatMap { language, column in
      let names = layer.areas.map { $0.name.texts[language] ?? "" }
      let unnamed = names.indices.filter { names[$0].isEmpty }.map { layer.codes[$0] }
      var warnings: [Problem] = []
      if !unnamed.isEmpty {
        warnings.append(
          Problem(
            "\(counted(unnamed.count, "area")) of '\(boundaries.origin.name)' "
              + "\(unnamed.count == 1 ? "has" : "have") no name in '\(column.value)': "
              + listed(unnamed),
            at: column.place, remedy: "fill the column; rows can meet them by code only"))
      }
      let spellings = names.map(gazetteer.nameRules.normalized)
      let shared = Dictionary(grouping: names.indices.filter { !names[$0].isEmpty }) {
        spellings[$0]
      }
      for areas in shared.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
        warnings.append(
          Problem(
            "the name '\(names[areas[0]])' in '\(column.value)' stands for "
              + "\(counted(areas.count, "area")): \(listed(areas.map { layer.codes[$0] }))",
            at: column.place,
            remedy: "give each a name of its own; rows can meet them by code only"))
      }
      return warnings
    }
  }

  private func listed(_ codes: [String]) -> String {
    codes.prefix(12).joined(separator: ", ")
      + (codes.count > 12 ? " and \(codes.count - 12) more" : "")
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
