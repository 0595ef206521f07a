import Cartography
import Diagnostics

/// Draws every map of an atlas in every language, each with its page, and the style sheet that
/// the pages share.
///
/// For each map and language: `maps/<id>.<language>.svg`, the same for a phone
/// (`maps/<id>.<language>.phone.svg`), `maps/<id>.<language>.html` and
/// `embed/<id>.<language>.html`; `style.css` once. The files come in the order of the definition,
/// then of the languages.
/// - Parameters:
///   - projected: the geometry of `atlas` on a plane, areas in the same order.
///   - hasCards: whether to draw each map at 1200 by 630 pixels, too
///     (`maps/<id>.<language>.card.svg`), as social media show it.
/// - Throws: `Problems` with one problem for each map that cannot be drawn: its subject does
///   not exist, it has no values, its classes or its palette do not fit.
public func mapFiles(of atlas: Atlas, projected: ProjectedAtlas, hasCards: Bool = false) throws
  -> [PublishedFile]
{
  let ground = Ground(
    areas: projected.areas, water: projected.water, surroundings: projected.surroundings)
  let formats: [(ending: String, format: SheetFormat)] =
    [("svg", .desktop), ("phone.svg", .phone)] + (hasCards ? [("card.svg", .card)] : [])
  let bases = formats.map { BaseMap(ground, format: $0.format) }
  let contexts = atlas.languages.map {
    MapContext(
      atlas: atlas, words: Words(language: $0), projectionName: projected.projectionName)
  }
  var problems = Problems()
  var files: [PublishedFile] = []
  for definition in atlas.maps {
    guard let map = problems.collect({ try atlas.map(definition, on: ground) })
    else { continue }
    let own = zip(formats, bases).map { map.base(for: $0.format) ?? $1 }
    for context in contexts {
      let sheet = map.sheet(in: context)
      let drawings = zip(formats, own).map { sheet.svg(on: $1, format: $0.format) }
      let stem = "\(definition.id).\(context.language)"
      files += zip(formats, drawings).map {
        PublishedFile(path: "maps/\(stem).\($0.ending)", bytes: $1)
      }
      let page = MapPage(map, sheet, drawing: drawings[0], context)
      let embed = EmbedPage(
        id: definition.id, title: map.title(in: context), sheet: sheet, context: context)
      files.append(PublishedFile(path: "maps/\(stem).html", bytes: page.html()))
      files.append(PublishedFile(path: "embed/\(stem).html", bytes: embed.html()))
    }
  }
  try problems.throwIfAny()
  return files + [PublishedFile(path: "style.css", bytes: Array(styleSheet.utf8))]
}
