internal import Cartography
internal import CompositeIndex
internal import Geography
internal import Indicators

extension StartPage {
  /// The hotspots on an index, worst first, and the nodes that were not scored.
  func hotspots(on index: Atlas.Index) -> HTML {
    let areas = index.scores.indices.filter(index.isHotspot)
      .sorted { (index.scores[$0].rank ?? .max, $0) < (index.scores[$1].rank ?? .max, $1) }
    let rows = areas.map { area -> [HTML] in
      let score = index.scores[area]
      return [
        "\(atlas.layer.areas[area].label(in: language))",
        "\(score.rank.map(String.init) ?? "–")", "\(score.score.map(oneDecimal) ?? "–")",
        "\(why(area, on: index))",
      ]
    }
    let list: HTML =
      rows.isEmpty
      ? "<p>\(words.noHotspots)</p>\n"
      : table(words.hotspots, [words.area, words.rank, words.score, words.why], rows)
    let survival = atlas.survival(on: index, in: language).map { "<p>\($0)</p>\n" as HTML } ?? ""
    let notScored = atlas.notScored(of: index, in: language).map { "<li>\($0)</li>\n" as HTML }
    let gaps: HTML =
      notScored.isEmpty
      ? "" : "<h3>\(words.notScored)</h3>\n<ul class=\"note\">\n\(notScored)</ul>\n"
    return """
      <section>
      <h2>\(index.title.text(in: language)): \(words.hotspots)</h2>
      \(list)\(survival)\(gaps)\(weights(of: index))</section>

      """
  }

  /// Severity and cluster of a hotspot, in the words of the maps.
  private func why(_ area: Int, on index: Atlas.Index) -> String {
    let words = Words(language: language)
    let cluster = (index.hotspots?[area].cluster).map { words[Word($0)] }
    let severity = index.scores[area].isSevere ? words[.severe] : nil
    return [severity, cluster].compactMap(\.self).joined(separator: ", ").withoutBreakMarks
  }

  /// The effective weight of each indicator, and why they are chosen so.
  private func weights(of index: Atlas.Index) -> HTML {
    let rows = index.weights.map { part -> [HTML] in
      let title = atlas.matrix[part.indicator]?.indicator.title.text(in: language)
      return ["\(title ?? part.indicator)", "\(oneDecimal(part.share * 100)) %"]
    }
    let reason = index.reason.map { "<p class=\"note\" lang=\"en\">\($0)</p>\n" as HTML } ?? ""
    return """
      <h3>\(words.weights)</h3>
      \(table(words.weights, [words.indicator, words.weight], rows))\(reason)
      """
  }

  /// Each indicator with its period, source and number of areas with a value.
  var known: HTML {
    let rows = atlas.matrix.columns.map { column -> [HTML] in
      let indicator = column.indicator
      return [
        "\(indicator.title.text(in: language))", "\(indicator.unit.text(in: language))",
        "\(indicator.period)", "\(publishers(of: indicator))",
        "\(column.valueCount) / \(column.cells.count)",
      ]
    }
    let headers = [
      words.indicator, words.unit, words.period, words.publisher, words.areasWithValue,
    ]
    return "<section>\n<h2>\(words.known)</h2>\n\(table(words.known, headers, rows))</section>\n"
  }

  /// Who published the figures of an indicator, each once, and when.
  private func publishers(of indicator: Indicator) -> String {
    let sources = indicator.sources.map { id in
      atlas.sources.first { $0.id == id }.map { "\($0.publisher), \($0.year)" } ?? id
    }
    return sources.enumerated().filter { !sources.prefix($0).contains($1) }.map(\.element)
      .joined(separator: "; ")
  }

  /// The data files with a line on each.
  var files: HTML {
    let rows = (dataFiles + StartPage.records).map { path -> [HTML] in
      ["<a href=\"\(path)\">\(path)</a>", "\(words.fileNotes[path] ?? "")"]
    }
    return
      "<section>\n<h2>\(words.files)</h2>\n\(table(words.files, [words.file, words.holds], rows))</section>\n"
  }

  /// What is published on the data.
  private static let records = [
    "datapackage.json", "catalogue.jsonld", "summary.json", "changes.md", "changes.json",
    "history.csv", "history.gpkg", "manifest.json",
  ]

  /// What a hotspot is, how weak the test is, and what a gap means.
  var method: HTML {
    """
    <section>
    <h2>\(words.method)</h2>
    <p>\(words.hotspotRule)</p>
    <p>\(words.weakTest)</p>
    <p>\(words.gapRule)</p>
    </section>

    """
  }

  /// What the run had to say.
  var warnings: HTML {
    let items = atlas.warnings.map { "<li lang=\"en\">\($0.description)</li>\n" as HTML }
    let list: HTML =
      items.isEmpty ? "<p>\(words.noWarnings)</p>\n" : "<ul class=\"note\">\n\(items)</ul>\n"
    return "<section>\n<h2>\(words.warnings)</h2>\n\(list)</section>\n"
  }

  /// Every source with its terms.
  var sources: HTML {
    let rows = atlas.sources.map { source -> [HTML] in
      [
        "\(source.id)", "<cite>\(source.title)</cite> (\(source.year)), \(source.location)",
        "\(source.publisher)", "\(source.licence)",
      ]
    }
    let headers = ["", words.source, words.publisher, words.terms]
    return
      "<section>\n<h2>\(words.sources)</h2>\n\(table(words.sources, headers, rows))</section>\n"
  }

  /// A table with a header row and a header cell in front of each row. Narrow screens scroll it.
  private func table(_ name: String, _ headers: [String], _ rows: [[HTML]]) -> HTML {
    let head = headers.map { header -> HTML in
      header.isEmpty ? "<td></td>" : "<th scope=\"col\">\(header)</th>"
    }
    let body = rows.map { cells -> HTML in
      let rest = cells.dropFirst().map { "<td>\($0)</td>" as HTML }
      return "<tr><th scope=\"row\">\(cells.first ?? "")</th>\(rest)</tr>\n"
    }
    return """
      <div class="scroll" role="region" aria-label="\(name)" tabindex="0"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table></div>

      """
  }

  /// A score as people read it, with one digit behind the point.
  private func oneDecimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
