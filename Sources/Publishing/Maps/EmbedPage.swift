import Cartography

/// A page that holds one map and nothing else: to be shown in a frame, or for its `<figure>` to be
/// copied into somebody else's page.
struct EmbedPage {
  let id: String
  /// What the map is about.
  let title: String
  let sheet: MapSheet
  let context: MapContext

  /// The whole HTML document. Pictures and links are relative to its own place in the release.
  func html() -> [UInt8] {
    let words = context.words
    let stem = "../maps/\(id).\(sheet.language)"
    var page = MarkupWriter()
    page.raw("<!DOCTYPE html>\n")
    page.open("html", [("lang", sheet.language)])
    page.open("head")
    page.empty("meta", [("charset", "utf-8")])
    page.empty("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
    page.element("title", text: title)
    page.empty("link", [("rel", "stylesheet"), ("href", "../style.css")])
    page.close()
    page.open("body", [("class", "embed")])
    page.open("main")
    page.element("h1", text: title)
    page.raw("<!-- Copy from here; put the address of this atlas in place of '../'. -->\n")
    page.open("figure", [("lang", sheet.language)])
    page.open("picture")
    page.empty(
      "source", [("media", "(max-width: 47rem)"), ("srcset", "\(stem).phone.svg")])
    page.empty(
      "img", [("src", "\(stem).svg"), ("alt", sheet.description.withoutBreakMarks)])
    page.close()
    page.open("figcaption")
    page.element(
      "a", [("href", "\(stem).html")],
      text: words(.tableOf, ["title": sheet.headline]))
    for note in staleNotes { page.element("p", text: note) }
    page.close()
    page.close()
    page.raw("<!-- Copy to here. -->\n")
    page.close()
    page.close()
    page.close()
    return page.bytes
  }

  /// Which figures of the map are of an earlier day, in sentences that stand on it, too.
  private var staleNotes: [String] {
    context.atlas.matrix.columns.compactMap { column in
      column.lastRead.map {
        context.words(
          .lastRead, ["title": column.indicator.title.text(in: sheet.language), "date": $0])
      }
    }.filter(sheet.notes.contains)
  }
}
