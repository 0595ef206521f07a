import Cartography

/// The page of one map: the picture, the sentence, and the numbers as a table.
///
/// It works under a strict content policy: no script, no inline style, nothing from elsewhere.
struct MapPage {
  private let id: String
  /// What the map is about, the head of the page.
  private let title: String
  private let sheet: MapSheet
  private let drawing: [UInt8]
  private let table: MapTable
  /// A line about the classes; nil where there are none.
  private let note: String?
  /// Sources in full and the projection.
  private let references: [String]
  private let context: MapContext

  /// The page of a map with its sheet and the drawing of it that is shown.
  init(_ map: some AtlasMap, _ sheet: MapSheet, drawing: [UInt8], _ context: MapContext) {
    id = map.definition.id
    title = map.title(in: context)
    self.sheet = sheet
    self.drawing = drawing
    table = map.table(in: context)
    note = map.note(in: context)
    references = context.references(sources: map.sources)
    self.context = context
  }

  /// The whole HTML document.
  func html() -> [UInt8] {
    let words = context.words
    var page = MarkupWriter()
    page.raw("<!DOCTYPE html>\n")
    page.open("html", [("lang", sheet.language)])
    writeHead(to: &page)
    page.open("body")
    page.open("header")
    page.open("nav", [("aria-label", words[.allMaps])])
    page.element("a", [("href", "../index.html")], text: words[.allMaps])
    for language in context.atlas.languages where language != sheet.language {
      page.element(
        "a",
        [("href", "\(id).\(language).html"), ("lang", language), ("hreflang", language)],
        text: Words(language: language)[.otherLanguage])
    }
    page.close()
    page.close()
    page.open("main")
    page.element("h1", text: title)
    writeFigure(to: &page)
    page.element("p", text: sheet.description)
    writeTable(to: &page)
    if let note { page.element("p", [("class", "note")], text: note) }
    for line in sheet.notes + sheet.credits + references {
      page.element("p", [("class", "note")], text: line)
    }
    page.close()
    page.close()
    page.close()
    return page.bytes
  }

  private func writeHead(to page: inout MarkupWriter) {
    page.open("head")
    page.empty("meta", [("charset", "utf-8")])
    page.empty("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
    page.element("title", text: title)
    page.empty("meta", [("name", "description"), ("content", sheet.description)])
    page.empty("link", [("rel", "stylesheet"), ("href", "../style.css")])
    page.close()
  }

  /// The drawing itself where there is room, so that its areas can be reached; the phone's
  /// picture on a narrow screen.
  private func writeFigure(to page: inout MarkupWriter) {
    page.open("figure")
    page.open("div", [("class", "wide")])
    page.raw(bytes: drawing)
    page.close()
    page.empty(
      "img",
      [
        ("class", "narrow"), ("src", "\(id).\(sheet.language).phone.svg"),
        ("alt", sheet.headline),
      ])
    page.open("figcaption")
    page.raw("\(context.words[.files]): ")
    let stem = "\(id).\(sheet.language)"
    page.element("a", [("href", "\(stem).svg"), ("download", "")], text: "\(stem).svg")
    page.raw(" ")
    page.element(
      "a", [("href", "\(stem).phone.svg"), ("download", "")], text: "\(stem).phone.svg")
    page.raw(" ")
    page.element("a", [("href", "../embed/\(stem).html")], text: context.words[.embed])
    page.close()
    page.close()
  }

  private func writeTable(to page: inout MarkupWriter) {
    page.open(
      "div",
      [
        ("class", "table"), ("role", "region"), ("tabindex", "0"),
        ("aria-labelledby", "table-title"),
      ])
    page.open("table")
    page.element(
      "caption", [("id", "table-title")],
      text: context.words(.tableOf, ["title": title]))
    page.open("thead")
    page.open("tr")
    for column in table.columns {
      page.element(
        "th", [("scope", "col")] + (column.isNumeric ? [("class", "number")] : []),
        text: column.heading)
    }
    page.close()
    page.close()
    page.open("tbody")
    for row in table.columns[0].cells.indices {
      page.open("tr")
      for (index, column) in table.columns.enumerated() {
        var attributes: [MarkupWriter.Attribute] = []
        if index == 1 { attributes.append(("scope", "row")) }
        if column.isNumeric { attributes.append(("class", "number")) }
        if let language = column.language, !column.cells[row].isEmpty {
          attributes.append(("lang", language))
        }
        if let trend = column.trends?[row] {
          page.open("td", attributes)
          page.append(trend.svg(label: column.cells[row]))
          page.close()
          continue
        }
        page.element(index == 1 ? "th" : "td", attributes, text: column.cells[row])
      }
      page.close()
    }
    page.close()
    page.close()
    page.close()
  }
}
