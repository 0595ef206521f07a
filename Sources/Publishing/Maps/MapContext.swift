import Cartography
import Geography
import Indicators

/// What every map of an atlas needs in one language: the atlas, its words, its credits.
struct MapContext {
  let atlas: Atlas
  let words: Words
  let projectionName: String?

  var language: String { words.language }

  /// Names of the units on a scale bar.
  var distanceUnits: MapSheet.DistanceUnits {
    MapSheet.DistanceUnits(kilometres: words[.kilometres], metres: words[.metres])
  }

  /// What several areas are called.
  var areasWord: String { atlas.boundaries.areasWord.text(in: language) }

  /// The same at the head of a list.
  var areasTitle: String { Words.headed(areasWord) }

  /// Name of an area in this language, as it is drawn.
  func name(_ area: Int) -> String { atlas.layer.areas[area].label(in: language).isolated }

  /// How the values of a map came about, one an area; nil where nothing is known of the past.
  func trends(of subject: MapDefinition.Subject) -> [Trend?]? {
    switch subject {
    case .indicator(let id): atlas.trends[id]
    case .index(let id): atlas.trends["\(id)_score"]
    case .hotspots, .evidence, .bivariate, .symbols, .multiples, .tiles, .cartogram: nil
    }
  }

  /// Names of areas as a list; beyond `limit` their number.
  func names(_ areas: [Int], limit: Int = .max) -> String {
    areas.count <= limit ? words.list(areas.map(name)) : count(areas.count)
  }

  /// `16 provinces`.
  func count(_ areas: Int) -> String {
    words(
      .countOfAreas, ["count": NumberText.fixed(Double(areas), decimals: 0), "areas": areasWord])
  }

  /// Sources with their terms; boundaries and context with theirs; date and credit.
  func credits(sources ids: [String]) -> [String] {
    let sources = sources(ids)
    var lines: [String] = []
    if !sources.isEmpty {
      let texts = sources.map { source in
        words(
          .terms,
          [
            "publisher": source.publisher.isEmpty ? source.title : source.publisher,
            "year": source.year, "licence": source.licence,
          ])
      }
      lines.append(
        words(sources.count == 1 ? .source : .sources, ["sources": texts.joined(separator: " · ")])
      )
    }
    let boundaries = atlas.boundaries
    // Where the definition names no authors, the file stands for them.
    let file = boundaries.file.split(separator: "/").last.map(String.init) ?? boundaries.file
    let author = boundaries.attribution.isEmpty ? file : boundaries.attribution
    let credits = [author, boundaries.licence].filter { !$0.isEmpty }
    var ground = [words(.boundaries, ["credit": credits.joined(separator: ", ")])]
    if let context = atlas.contextAttribution, !(atlas.water + atlas.surroundings).isEmpty {
      ground.append(words(.context, ["attribution": context]))
    }
    lines.append(ground.joined(separator: " "))
    let date = atlas.asOf.map { words(.asOf, ["date": $0]) }
    let credit = words(.credit, ["title": atlas.title.text(in: language)])
    lines.append([date, credit].compactMap(\.self).joined(separator: " "))
    return lines
  }

  /// Sources in full, then the projection: what a page has room for.
  func references(sources ids: [String]) -> [String] {
    sources(ids).map { source in
      words(
        .full,
        [
          "publisher": source.publisher, "title": source.title, "year": source.year,
          "location": source.location, "licence": source.licence,
        ])
    } + (projectionName.map { [words(.projection, ["name": $0])] } ?? [])
  }

  private func sources(_ ids: [String]) -> [Source] {
    ids.compactMap { id in atlas.sources.first { $0.id == id } }
  }
}
