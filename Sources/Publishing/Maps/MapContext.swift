import Geography
import Indicators

/// What every map of an atlas needs in one language: the atlas, its words, its credits.
struct MapContext {
  let atlas: Atlas
  let words: Words
  let projectionName: String?

  var language: String { words.language }

  /// What several areas are called.
  var areasWord: String { atlas.boundaries.areasWord.text(in: language) }

  /// The same at the head of a list.
  var areasTitle: String { Words.headed(areasWord) }

  /// Name of an area in this language.
  func name(_ area: Int) -> String { atlas.layer.areas[area].label(in: language) }

  /// Names of areas as a list; beyond `limit` their number.
  func names(_ areas: [Int], limit: Int = .max) -> String {
    areas.count <= limit ? words.list(areas.map(name)) : "\(areas.count) \(areasWord)"
  }

  /// Source lines, then boundaries, context, projection and date.
  func credits(sources ids: [String]) -> [String] {
    let sources = ids.compactMap { id in atlas.sources.first { $0.id == id } }
    var lines: [String] = []
    if !sources.isEmpty {
      let texts = sources.map { sources.count == 1 ? full($0) : brief($0) }
      lines.append(words(.source, ["sources": texts.joined(separator: "; ")]))
    }
    let boundaries = atlas.boundaries
    var ground = words(
      .boundaries, ["attribution": boundaries.attribution, "licence": boundaries.licence])
    if let context = atlas.contextAttribution, !(atlas.water + atlas.surroundings).isEmpty {
      ground += " " + words(.context, ["attribution": context])
    }
    if let projectionName { ground += " " + words(.projection, ["name": projectionName]) }
    lines.append(ground)
    if let date = atlas.asOf { lines.append(words(.asOf, ["date": date])) }
    return lines
  }

  private func full(_ source: Source) -> String {
    "\(source.publisher), \(source.title) (\(source.year)); \(source.licence)"
  }

  private func brief(_ source: Source) -> String {
    "\(source.publisher) (\(source.year)), \(source.licence)"
  }
}
