import Diagnostics
import Geography
import Publishing
import Testing

@Suite("What no file may hold")
struct TableCheckTests {
  private func problems(_ change: (inout Atlas) -> Void) -> [String] {
    var atlas = SampleAtlas.atlas
    change(&atlas)
    do {
      _ = try publishedFiles(of: atlas)
      return []
    } catch let problems as Problems {
      return problems.all.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("The sample has nothing of the kind.")
  func none() {
    #expect(problems { _ in } == [])
  }

  @Test("A figure that is not finite is told with its place.", arguments: [Double.nan, .infinity])
  func notFinite(_ number: Double) {
    let found = problems {
      $0.matrix.columns[1].cells[2].value = number
      $0.matrix.columns[1].cells[2].place = Place(file: "t.csv", line: 4, column: 3)
    }
    #expect(
      found == [
        "t.csv:4:3: 'value' of '03' is not a finite number; "
          + "check the figures that it is computed from",
        "'population' of '03' is not a finite number; "
          + "check the figures that it is computed from",
      ])
  }

  @Test("2^53 is published, the next number is not.")
  func tooLarge() {
    #expect(problems { $0.matrix.columns[1].cells[0].value = 9_007_199_254_740_992 } == [])
    let found = problems { $0.matrix.columns[1].cells[0].value = -9_007_199_254_740_994 }
    #expect(
      found.last
        == "'population' of '01' lies beyond 2^53, where not every whole number can be told from "
        + "the next; give it in thousands or millions")
    #expect(
      problems { $0.matrix.columns[0].cells[0].sampleSize = 9_007_199_254_740_993 } == [
        "'sample_size' of '01' lies beyond 2^53, where not every whole number can be told from the "
          + "next; check the figure"
      ])
  }

  @Test("A name of 300 letters is published, one that no cell of a workbook holds is not.")
  func longTexts() {
    func names(_ count: Int) -> AreaLayer {
      AreaLayer(
        SampleAtlas.layer.areas.map { area in
          var area = area
          area.name = LocalizedText(["en": String(repeating: "ក", count: count)])
          return area
        })
    }
    #expect(problems { $0.layer = names(300) } == [])
    #expect(problems { $0.layer = names(32_767) } == [])
    #expect(
      problems { $0.layer = names(32_768) } == [
        "'name_en' of '01' has 32768 characters, more than the 32767 of a workbook's cell; "
          + "shorten the text"
      ])
  }

  @Test("Sheets beside the first hold no longer texts either.")
  func longTitles() {
    let found = problems {
      $0.matrix.columns[1].indicator.title = LocalizedText([
        "en": String(repeating: "a", count: 40_000), "km": "ក",
      ])
    }
    #expect(
      found.first
        == "'title_en' of 'population' has 40000 characters, more than the 32767 of a workbook's "
        + "cell; shorten the text")
  }

  @Test(
    "Control characters and damaged letters are told with the area or column, and the field.",
    arguments: [
      ("Kep\u{0}", "a NUL byte stands in the text"),
      ("Kep\u{1}", "the control character U+0001 stands in the text"),
      ("Kep\u{85}", "the control character U+0085 stands in the text"),
      ("K\u{FFFD}p", "a character of 'K\u{FFFD}p' is lost (U+FFFD)"),
      ("KÃ¢mpÃ³ng", "'KÃ¢mpÃ³ng' looks like 'Kâmpóng' read in the wrong encoding"),
    ])
  func damage(_ text: String, _ fault: String) {
    let told = "cannot be published: \(fault); correct the text where it comes from"
    #expect(
      problems {
        $0.layer = AreaLayer(
          $0.layer.areas.map { area in
            var area = area
            if area.code == "03" { area.name = LocalizedText(["en": text]) }
            return area
          })
      } == ["'name_en' of '03' \(told)"])
    #expect(problems { $0.sources[0].publisher = text } == ["'publisher' of 'survey' \(told)"])
    #expect(
      problems { $0.title = LocalizedText(["en": text, "km": "ក"]) } == [
        "'title_en' of 'lattice' \(told)"
      ])
  }

  @Test("More columns than SQLite has are refused in words of ours.")
  func manyColumns() {
    #expect(
      problems { atlas in
        let column = atlas.matrix.columns[1]
        atlas.indexes = []
        atlas.maps = []
        atlas.matrix.columns = (0..<1_000).map { number in
          var column = column
          column.indicator.id = "x\(number)"
          return column
        }
      } == [
        "'areas' would have 2003 columns, more than the 1998 that a GeoPackage has room for; "
          + "publish fewer indicators, or split the definition"
      ])
  }

  @Test("Names that stand twice or are kept by a format are refused, case set aside.")
  func names() {
    #expect(
      problems { $0.languages = ["en", "EN"] }.first
        == "two columns of 'areas' are called 'name_EN'; "
        + "rename the indicator, index or language that it comes from")
    #expect(
      problems { $0.matrix.columns[1].indicator.id = "fid" }.first
        == "'fid' cannot be a column of 'areas'; "
        + "rename the indicator, index or language that it comes from")
    #expect(
      problems {
        $0.matrix.columns[1].indicator.id = String(repeating: "x", count: 64)
      }.first
        == "'\(String(repeating: "x", count: 64))' cannot be a column of 'areas'; "
        + "rename the indicator, index or language that it comes from")
  }
}
