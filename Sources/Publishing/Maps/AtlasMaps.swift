import Cartography
import Diagnostics
import Geography
import Resampling
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
    areas: projected.areas, water: projected.water, surroundings: projected.surroundings,
    groundLength: projected.groundLength)
  var drawn = DrawnMaps()
  let typesetter = drawn.typesetter(options)
  let formats = MapFormat.all(options)
  let bases = BaseMaps(
    ground, formats: formats.map(\.format), details: atlas.maps.map(\.detail))
  let contexts = atlas.languages.map {
    MapContext(
      atlas: atlas, words: Words(language: $0), projectionName: projected.projectionName)
  }
  // The kinds that take longest come after the indicators; begun first, none is waited for at last.
  let count = atlas.maps.count
  let drawings = inParallel(pieces: count, threads: nil) { piece in
    Result {
      let definition = atlas.maps[count - 1 - piece]
      let map = try atlas.map(definition, on: ground)
      return Drawing(of: map, contexts, in: formats, on: bases, options)
    }
  }.reversed()
  let isGroundDrawn = drawings.contains {
    (try? $0.get()).map { $0.map.base(for: .desktop) == nil } ?? false
  }
  if isGroundDrawn { drawn.warn(ofVanished: bases.vanished(in: .desktop), of: atlas) }
  var problems = Problems()
  for drawing in drawings {
    guard let drawing = problems.collect({ try drawing.get() }) else { continue }
    drawn.add(drawing.drawn)
    if let typesetter { drawn.add(drawing.outlined(by: typesetter, on: bases)) }
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

/// One map, drawn in every language.
private struct Drawing: Sendable {
  let map: any AtlasMap
  let sheets: [MapSheet]
  let contexts: [MapContext]
  /// Its files, and what is to be said about them.
  var drawn = DrawnMaps()

  init(
    of map: any AtlasMap, _ contexts: [MapContext], in formats: [MapFormat], on bases: BaseMaps,
    _ options: MapOptions
  ) {
    self.map = map
    sheets = contexts.map(map.sheet)
    self.contexts = contexts
    if let sheet = sheets.first { drawn.check(sheet, of: map.definition, options) }
    for format in formats { drawn.add(draw(format, on: bases)) }
    for (sheet, context) in zip(sheets, contexts) {
      let stem = "\(map.definition.id).\(context.language)"
      let svg = drawn.files.first { $0.path == "maps/\(stem).svg" }
      let page = MapPage(map, sheet, drawing: svg?.bytes ?? [], context)
      let embed = EmbedPage(
        id: map.definition.id, title: map.title(in: context), sheet: sheet, context: context)
      drawn.files.append(PublishedFile(path: "maps/\(stem).html", bytes: page.html()))
      drawn.files.append(PublishedFile(path: "embed/\(stem).html", bytes: embed.html()))
    }
  }

  /// The same with letters as outlines. A typesetter remembers what it set, so that this is not
  /// for many threads.
  func outlined(by typesetter: Typesetter, on bases: BaseMaps) -> DrawnMaps {
    draw(MapFormat(ending: "outlined.svg", format: .desktop), on: bases, typesetter: typesetter)
  }

  private func draw(
    _ format: MapFormat, on bases: BaseMaps, typesetter: Typesetter? = nil
  ) -> DrawnMaps {
    var drawn = DrawnMaps()
    let drawings: [[UInt8]]
    if let base = map.base(for: format.format) {
      drawings = sheets.map { $0.svg(on: base, format: format.format, typesetter: typesetter) }
    } else {
      let (shared, base) = bases.draw(
        sheets, in: format.format, detail: map.definition.detail, typesetter: typesetter)
      drawn.note(base.simplification, areas: contexts[0].atlas.layer.areas, format: format.format)
      drawings = shared
    }
    for (context, bytes) in zip(contexts, drawings) {
      let file = PublishedFile(
        path: "maps/\(map.definition.id).\(context.language).\(format.ending)", bytes: bytes)
      drawn.check(file, of: map.definition)
      drawn.files.append(file)
    }
    return drawn
  }
}

/// A way to draw each map, its letters as text.
private struct MapFormat: Sendable {
  var ending: String
  var format: SheetFormat

  static func all(_ options: MapOptions) -> [MapFormat] {
    var formats = [
      MapFormat(ending: "svg", format: .desktop), MapFormat(ending: "phone.svg", format: .phone),
    ]
    if options.hasCards { formats.append(MapFormat(ending: "card.svg", format: .card)) }
    for variant in MapVariant.allCases where options.variants.contains(variant) {
      let ending = "\(variant.rawValue).svg"
      switch variant {
      case .dark: formats.append(MapFormat(ending: ending, format: .desktop.colored(.dark)))
      case .print: formats.append(MapFormat(ending: ending, format: .desktop.colored(.print)))
      case .outlined: break
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
