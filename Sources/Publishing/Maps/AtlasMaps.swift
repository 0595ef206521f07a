import Cartography
import Diagnostics
import Geography
import TextShaping

/// Draws every map of an atlas in every language, each with its page, and the style sheet that
/// the pages share.
///
/// For each map and language: `maps/<id>.<language>.svg`, the same for a phone
/// (`maps/<id>.<language>.phone.svg`), the variants asked for, `maps/<id>.<language>.html` and
/// `embed/<id>.<language>.html`; `style.css` once. The files come in the order of the definition,
/// then of the languages.
/// - Parameters:
///   - projected: the geometry of `atlas` on a plane, areas in the same order.
///   - options: what is drawn beside the maps that there are always.
/// - Throws: `Problems` with one problem for each map that cannot be drawn: its subject does
///   not exist, it has no values, its classes or its palette do not fit.
public func drawnMaps(
  of atlas: Atlas, projected: ProjectedAtlas, options: MapOptions = MapOptions()
) throws -> DrawnMaps {
  let ground = Ground(
    areas: projected.areas, water: projected.water, surroundings: projected.surroundings)
  var bases = BaseMaps(ground)
  var drawn = DrawnMaps()
  let typesetter = drawn.typesetter(options)
  let formats = MapFormat.all(options, typesetter)
  let contexts = atlas.languages.map {
    MapContext(
      atlas: atlas, words: Words(language: $0), projectionName: projected.projectionName)
  }
  var problems = Problems()
  for definition in atlas.maps {
    guard let map = problems.collect({ try atlas.map(definition, on: ground) })
    else { continue }
    let sheets = contexts.map(map.sheet)
    if let sheet = sheets.first { drawn.check(sheet, of: definition, options) }
    let drawings = formats.map { format in
      if let base = map.base(for: format.format) {
        return sheets.map { $0.svg(on: base, format: format.format, typesetter: format.typesetter) }
      }
      let (drawings, base) = bases.draw(
        sheets, in: format.format, detail: definition.detail, typesetter: format.typesetter)
      drawn.note(base.simplification, areas: atlas.layer.areas, format: format.format)
      return drawings
    }
    for (number, context) in contexts.enumerated() {
      let (sheet, stem) = (sheets[number], "\(definition.id).\(context.language)")
      for (format, drawings) in zip(formats, drawings) {
        let file = PublishedFile(
          path: "maps/\(stem).\(format.ending)", bytes: drawings[number])
        drawn.check(file, of: definition)
        drawn.files.append(file)
      }
      let page = MapPage(map, sheet, drawing: drawings[0][number], context)
      let embed = EmbedPage(
        id: definition.id, title: map.title(in: context), sheet: sheet, context: context)
      drawn.files.append(PublishedFile(path: "maps/\(stem).html", bytes: page.html()))
      drawn.files.append(PublishedFile(path: "embed/\(stem).html", bytes: embed.html()))
    }
  }
  try problems.throwIfAny()
  drawn.files.append(PublishedFile(path: "style.css", bytes: Array(styleSheet.utf8)))
  drawn.note(typesetter)
  return drawn
}

/// The files of `drawnMaps` alone.
public func mapFiles(
  of atlas: Atlas, projected: ProjectedAtlas, options: MapOptions = MapOptions()
) throws -> [PublishedFile] {
  try drawnMaps(of: atlas, projected: projected, options: options).files
}

/// A way to draw each map.
private struct MapFormat {
  var ending: String
  var format: SheetFormat
  var typesetter: Typesetter?

  static func all(_ options: MapOptions, _ typesetter: Typesetter?) -> [MapFormat] {
    var formats = [
      MapFormat(ending: "svg", format: .desktop), MapFormat(ending: "phone.svg", format: .phone),
    ]
    if options.hasCards { formats.append(MapFormat(ending: "card.svg", format: .card)) }
    for variant in MapVariant.allCases where options.variants.contains(variant) {
      let ending = "\(variant.rawValue).svg"
      switch variant {
      case .dark: formats.append(MapFormat(ending: ending, format: .desktop.colored(.dark)))
      case .print: formats.append(MapFormat(ending: ending, format: .desktop.colored(.print)))
      case .outlined where typesetter == nil: break
      case .outlined:
        formats.append(MapFormat(ending: ending, format: .desktop, typesetter: typesetter))
      }
    }
    return formats
  }
}

extension DrawnMaps {
  /// What draws letters as outlines; nil where nobody asks for it, or a font is missing.
  fileprivate mutating func typesetter(_ options: MapOptions) -> Typesetter? {
    guard options.variants.contains(.outlined) else { return nil }
    do {
      return try Typesetter(folder: options.fontFolder)
    } catch {
      warnings.append(error as? Problem ?? Problem("\(error)"))
      return nil
    }
  }

  /// Notes the fonts that were used, and letters that none of them has.
  fileprivate mutating func note(_ typesetter: Typesetter?) {
    guard let typesetter else { return }
    fonts = typesetter.usedFonts
    let unknown = typesetter.unknown.sorted { $0.value < $1.value }
    if unknown.isEmpty { return }
    let letters = unknown.prefix(5).map { "U+" + String($0.value, radix: 16, uppercase: true) }
    warnings.append(
      Problem(
        "no font has the letters \(letters.joined(separator: ", "))"
          + (unknown.count > 5 ? " and \(unknown.count - 5) others" : "")
          + "; outlined maps show a box for each",
        remedy: "correct the names, or install the Debian package fonts-noto-core in full"))
  }
}
