internal import Foundation
internal import Geography

/// The start page in each language: `index.html` in the leading one, `index.<language>.html` in
/// each other. A page lists every map with its picture and table, the files, what is known for how
/// many areas, how to read it, warnings, and sources with their terms.
///
/// Plain HTML without script or inline style; `style.css` stands beside it.
///
/// - Parameters:
///   - atlas: what is published.
///   - files: the paths of the data files.
func startPages(of atlas: Atlas, files: [String]) -> [PublishedFile] {
  atlas.languages.map { language in
    let page = StartPage(
      atlas: atlas, dataFiles: files, language: language, words: .words(in: language))
    return PublishedFile(
      path: StartPage.path(of: language, in: atlas), bytes: Array(page.html.text.utf8))
  }
}

/// The start page in one language.
struct StartPage {
  let atlas: Atlas
  /// Paths of the data files.
  let dataFiles: [String]
  let language: String
  let words: PageWords

  static func path(of language: String, in atlas: Atlas) -> String {
    language == atlas.languages.first ? "index.html" : "index.\(language).html"
  }

  var html: HTML {
    let title = atlas.title.text(in: language)
    return """
      <!doctype html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="stylesheet" href="style.css">
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p>\(atlas.layer.count) \(atlas.boundaries.areasWord.text(in: language))</p>
      \(asOf)\(languageLinks)</header>
      <main>
      \(maps)\(atlas.indexes.map(hotspots))\(known)\(files)\(method)\(warnings)\(sources)</main>
      <footer>
      <p>\(words.boundaries): \(atlas.boundaries.attribution), \(atlas.boundaries.licence)</p>
      \(contextCredit)</footer>
      </body>
      </html>

      """
  }

  private var asOf: HTML {
    guard let date = atlas.asOf else { return "" }
    return "<p>\(words.asOf) <time datetime=\"\(date)\">\(date)</time></p>\n"
  }

  private var contextCredit: HTML {
    guard let credit = atlas.contextAttribution else { return "" }
    return "<p>\(credit)</p>\n"
  }

  private var languageLinks: HTML {
    guard atlas.languages.count > 1 else { return "" }
    let links = atlas.languages.map { other -> HTML in
      let name = languageName(other)
      return other == language
        ? "<li><span lang=\"\(other)\" aria-current=\"page\">\(name)</span></li>\n"
        : """
        <li><a href="\(StartPage.path(of: other, in: atlas))" hreflang="\(other)" lang="\(other)">\
        \(name)</a></li>

        """
    }
    return "<nav aria-label=\"\(words.languages)\"><ul>\n\(links)</ul></nav>\n"
  }

  private var maps: HTML {
    let figures = atlas.maps.map { map -> HTML in
      let title = atlas.title(of: map, in: language)
      // The picture shows the part of the drawing that is the map itself.
      return """
        <li><figure>
        <a href="maps/\(map.id).\(language).html">\
        <img src="maps/\(map.id).\(language).phone.svg#\(map.id)-\(language)-map" \
        alt="\(words.map): \(title)" loading="lazy"></a>
        <figcaption>
        <h3>\(title)</h3>
        <ul>
        \(atlas.languages.map { links(to: map, in: $0) })</ul>
        </figcaption>
        </figure></li>

        """
    }
    return "<section>\n<h2>\(words.maps)</h2>\n<ul class=\"maps\">\n\(figures)</ul>\n</section>\n"
  }

  private func links(to map: MapDefinition, in other: String) -> HTML {
    """
    <li><span lang="\(other)">\(languageName(other))</span>: \
    <a href="maps/\(map.id).\(other).svg" hreflang="\(other)">\(words.map) (SVG)</a>, \
    <a href="maps/\(map.id).\(other).html" hreflang="\(other)">\(words.table)</a></li>

    """
  }

  /// A language's name in itself: `ខ្មែរ`.
  func languageName(_ code: String) -> String {
    Locale(identifier: code).localizedString(forLanguageCode: code) ?? code
  }
}

extension Atlas {
  /// The headline of a map: its own, else that of what it shows.
  func title(of map: MapDefinition, in language: String) -> String {
    if let title = map.title { return title.text(in: language) }
    let words = Words(language: language)
    func title(_ id: String) -> String {
      indexes.first { $0.id == id }?.title.text(in: language)
        ?? matrix[id]?.indicator.title.text(in: language) ?? id
    }
    switch map.subject {
    case .indicator(let id), .index(let id): return title(id)
    case .hotspots(let id): return "\(title(id)): \(FieldWords.hotspots.text(in: language))"
    case .evidence: return words[.evidence]
    case .bivariate(let first, let second):
      return [first, second].map(title).joined(separator: " × ")
    case .symbols(let size, nil): return words(.symbolsOf, ["size": title(size)])
    case .symbols(let size, let color?):
      return words(.coloredSymbolsOf, ["size": title(size), "title": title(color)])
    case .multiples(let ids): return words.list(ids.map(title))
    case .tiles(let id): return words(.tilesOf, ["title": title(id)])
    case .cartogram(let id, let size):
      return words(.cartogramOf, ["title": title(id), "size": title(size)])
    }
  }
}
