import Testing

@testable import Publishing

@Suite struct StartPageTests {
  let pages = startPages(of: SampleAtlas.atlas, files: ["atlas.gpkg"])

  @Test("The leading language is at index.html, the others beside it; each says its language.")
  func languages() {
    #expect(pages.map(\.path) == ["index.html", "index.km.html"])
    #expect(pages[0].text.contains("<html lang=\"en\">"))
    #expect(pages[1].text.contains("<html lang=\"km\">"))
    #expect(pages[0].text.contains("<a href=\"index.km.html\" hreflang=\"km\" lang=\"km\">ខ្មែរ</a>"))
  }

  @Test("Every map is listed with picture, file and table in each language.")
  func maps() {
    for map in ["divide", "divide-hotspots", "internet"] {
      for language in ["en", "km"] {
        for page in pages {
          #expect(page.text.contains("href=\"maps/\(map).\(language).svg\""))
          #expect(page.text.contains("href=\"maps/\(map).\(language).html\""))
        }
      }
      #expect(pages[1].text.contains("<img src=\"maps/\(map).km.phone.svg#\(map)-km-map\""))
    }
  }

  @Test("No text of definition or tables becomes markup, no script or inline style is there.")
  func escaping() {
    for page in pages {
      #expect(!page.text.contains("<script"))
      #expect(!page.text.contains("style=\""))
      #expect(!page.text.contains("<of>"))
    }
    #expect(pages[0].text.contains("Who is &lt;online&gt;?"))
    #expect(pages[0].text.contains("<cite>A &quot;survey&quot; &lt;of&gt; squares</cite>"))
  }

  @Test("Every data file is listed with a line on it, and so is what is published on them.")
  func files() {
    for path in ["atlas.gpkg", "datapackage.json", "catalogue.jsonld", "manifest.json"] {
      for page in pages {
        #expect(page.text.contains("<a href=\"\(path)\">\(path)</a></th><td>"))
        #expect(!page.text.contains("<a href=\"\(path)\">\(path)</a></th><td></td>"))
      }
    }
    #expect(!pages[0].text.contains("atlas.fgb"))
  }

  @Test("It says for how many areas each figure is known, and what is not scored.")
  func gaps() {
    #expect(pages[0].text.contains("<td>0 / 6</td>"))
    #expect(
      pages[0].text.contains(
        "<li>Engagement is not scored: too few of the 6 squares have figures (Turnout: 0); 4 are needed.</li>"
      ))
  }
}
