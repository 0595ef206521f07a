internal import Cartography
internal import Diagnostics
internal import GDALAccess

/// A style for each map that colours areas by their columns, so that QGIS draws the areas as the
/// maps do, with the same classes, colours and words. The first map's is the default. Where there is
/// no such map, there is one style without classes.
///
/// - Parameter areas: the table whose columns the styles ask for.
/// - Throws: `Problems` with one problem for each map that cannot be classed.
func layerStyles(of atlas: Atlas, areas: AtlasTable) throws -> [LayerStyle] {
  let language = atlas.languages.first ?? "en"
  let context = MapContext(atlas: atlas, words: Words(language: language), projectionName: nil)
  var problems = Problems()
  // Other maps show what no column says, or are no coloured areas.
  let definitions = atlas.maps.filter { !$0.subject.columns.isEmpty }
  var styles = definitions.compactMap { definition -> LayerStyle? in
    guard let map = problems.collect({ try atlas.map(definition) }) else { return nil }
    let legend = map.sheet(in: context).legend
    let rules =
      switch map {
      case let map as Choropleth: map.rules(legend, codes: atlas.layer.codes)
      case let map as HotspotMap: map.rules(legend)
      default: [StyleRule]()
      }
    let columns = definition.subject.columns.compactMap { areas[$0] }
    guard !rules.isEmpty, columns.count == definition.subject.columns.count else { return nil }
    let document = StyleDocument(
      rules: rules, fields: areas.fields, shown: columns, language: language)
    return LayerStyle(
      name: definition.id, layer: areas.name, description: map.title(in: context),
      qml: document.text)
  }
  try problems.throwIfAny()
  if styles.isEmpty { styles = [plainStyle(of: atlas, areas: areas)] }
  styles[0].isDefault = true
  return styles
}

/// Names, notes and readable columns over areas of one colour, for an atlas without such a map.
private func plainStyle(of atlas: Atlas, areas: AtlasTable) -> LayerStyle {
  let language = atlas.languages.first ?? "en"
  let rule = StyleRule(
    label: atlas.boundaries.areasWord.text(in: language), condition: "TRUE",
    mark: .fill(.color(Color(0xEDEDED))))
  let document = StyleDocument(rules: [rule], fields: areas.fields, shown: [], language: language)
  return LayerStyle(
    name: areas.name, layer: areas.name, description: atlas.title.text(in: language),
    qml: document.text)
}

extension MapDefinition.Subject {
  /// The columns that say what the map shows: the one that decides first. None where the map is
  /// more than areas coloured by a column, and QGIS cannot draw it as a style.
  var columns: [String] {
    switch self {
    case .indicator(let id): [id, "\(id)_status"]
    case .index(let id): ["\(id)_score", "\(id)_rank"]
    case .hotspots(let id): ["\(id)_cluster", "\(id)_hotspot", "\(id)_hotspot_reason"]
    case .evidence, .bivariate, .symbols, .multiples, .tiles, .cartogram: []
    }
  }
}
