import Cartography
import Diagnostics

/// Draws every map of an atlas in every language, each with its page, and the style sheet that
/// the pages share.
///
/// For each map and language: `maps/<id>.<language>.svg`, the same for a phone
/// (`maps/<id>.<language>.phone.svg`) and `maps/<id>.<language>.html`; `style.css` once. The
/// files come in the order of the definition, then of the languages.
/// - Parameter projected: the geometry of `atlas` on a plane, areas in the same order.
/// - Throws: `Problems` with one problem for each map that cannot be drawn: its subject does
///   not exist, it has no values, its classes or its palette do not fit.
public func mapFiles(of atlas: Atlas, projected: ProjectedAtlas) throws -> [PublishedFile] {
  let ground = Ground(
    areas: projected.areas, water: projected.water, surroundings: projected.surroundings)
  let desktop = BaseMap(ground, format: .desktop)
  let phone = BaseMap(ground, format: .phone)
  let contexts = atlas.languages.map {
    MapContext(
      atlas: atlas, words: Words(language: $0), projectionName: projected.projectionName)
  }
  var problems = Problems()
  var files: [PublishedFile] = []
  for definition in atlas.maps {
    guard let map = problems.collect({ try atlas.map(definition) }) else { continue }
    for context in contexts {
      let stem = "maps/\(definition.id).\(context.language)"
      let sheet = map.sheet(in: context)
      let drawing = sheet.svg(on: desktop, format: .desktop)
      let page = MapPage(
        id: definition.id, title: map.title(in: context), sheet: sheet, drawing: drawing,
        table: map.table(in: context),
        note: map.note(in: context), references: context.references(sources: map.sources),
        context: context)
      files.append(PublishedFile(path: "\(stem).svg", bytes: drawing))
      files.append(
        PublishedFile(path: "\(stem).phone.svg", bytes: sheet.svg(on: phone, format: .phone)))
      files.append(PublishedFile(path: "\(stem).html", bytes: page.html()))
    }
  }
  try problems.throwIfAny()
  return files + [PublishedFile(path: "style.css", bytes: Array(styleSheet.utf8))]
}
