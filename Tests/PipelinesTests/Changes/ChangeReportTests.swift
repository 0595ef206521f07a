import Foundation
import Geography
import Indicators
import Publishing
import SpatialStatistics
import Testing

@testable import Pipelines

@Test("Where nothing changed the report is empty and says so.")
func emptyReport() {
  let report = ChangeReport(from: sampleSnapshot(), to: sampleSnapshot())
  #expect(report.isEmpty)
  #expect(report.markdown == "# What changed\n\nNothing changed since the last release.\n")
}

@Test("The first release has nothing to be compared with.")
func firstReport() {
  let report = ChangeReport(from: nil, to: sampleSnapshot())
  #expect(
    report.markdown
      == "# What changed\n\nThere is no earlier release to compare this one with.\n")
  #expect(String(decoding: report.json.bytes, as: UTF8.self).contains("\"first_release\": true"))
}

@Test("A value that is withheld today is not told from the release before either.")
func suppressedNow() throws {
  let old = sampleSnapshot().with {
    $0.areas[2].cells["phones"]?.value = 31.4159
    $0.maps[1].upperBounds = [15, 31.4159, 40]
    $0.edit(2) { $0.score = 61.4159 }
  }
  let new = old.with {
    $0.revise(2, to: nil, .suppressed)
    $0.maps[1].upperBounds = [15, 20, 40]
    $0.edit(2) { $0.score = 30 }
  }
  let report = ChangeReport(from: old, to: new)
  for file in report.files {
    #expect(!String(decoding: file.bytes, as: UTF8.self).contains("1.4"), "\(file.path)")
  }
  let cause = "own value or another area's value"
  #expect(report.markdown.contains("| Area C (C) | Phones | withheld | suppressed | \(cause) |"))
  #expect(report.markdown.contains("| Area C (C) | Divide | withheld | 30.0 |"))
  #expect(report.markdown.contains("| Phones | withheld | 15.0, 20.0, 40.0 |"))
}

@Test("The night a figure is withheld, no earlier score, class or break of its index is told.")
func withheldScores() throws {
  let old = sampleSnapshot().with {
    $0.maps[0].upperBounds = [25, 61.4159, 100]
    $0.edit(2) { $0.score = 61.4159 }
    $0.edit(0) { $0.score = 21.4142 }
  }
  let new = old.with {
    $0.revise(2, to: nil, .suppressed)
    $0.maps[0].upperBounds = [25, 50, 100]
    $0.edit(2) { $0.score = 20 }
    $0.edit(0) { $0.score = 22 }
  }
  let report = ChangeReport(from: old, to: new)
  for file in report.files {
    #expect(!String(decoding: file.bytes, as: UTF8.self).contains("1.4"), "\(file.path)")
  }
  #expect(report.markdown.contains("| Divide | withheld | 25.0, 50.0, 100.0 |"))
  #expect(report.markdown.contains("| Area C (C) | Divide | withheld | 1 |"))
  #expect(report.markdown.contains("| Area A (A) | Divide | withheld | 22.0 |"))
}

@Test("A hotspot that goes or comes with its area is told.")
func hotspotsOfOtherAreas() {
  let report = ChangeReport(
    from: sampleSnapshot(), to: sampleSnapshot().with { $0.areas[3].code = "E" })
  #expect(
    report.headlines.prefix(2) == [
      "Hotspots gained: Area D (E), because of boundary (Area D, Area D).",
      "Hotspots lost: Area D (D), because of boundary (Area D, Area D).",
    ])
}

@Test("A value that is withheld no longer is told as new only.")
func suppressedBefore() {
  let old = sampleSnapshot().with { $0.revise(2, to: nil, .suppressed) }
  let report = ChangeReport(from: old, to: sampleSnapshot().with { $0.revise(2, to: 31.4) })
  let cause = "own value or another area's value"
  #expect(report.markdown.contains("| Area C (C) | Phones | suppressed | 31.4 | \(cause) |"))
}

@Test("The report tells hotspots first, then each kind of change with its cause.")
func wholeReport() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.revise(2, to: 29.25)
      $0.areas[1].cells["roads"] = .init(value: 20, status: .stale)
      $0.figures[1].failure = "no such file 'roads.csv'"
      $0.edit(2) { score in
        score = .init(
          score: 59.25, rank: 1, isSevere: true, cluster: Cluster.none, isHotspot: true,
          drivers: ["phones": 29.25, "roads": 30])
      }
      $0.edit(3) { score in
        score.rank = 2
        score.isSevere = false
        score.isHotspot = false
      }
    })
  #expect(
    report.markdown == """
      # What changed

      - Hotspots gained: Area C (C), because of own value (Phones).
      - Hotspots lost: Area D (D), because of another area's value (Area C).
      - Roads could not be read: the figures of the last reading stand in 1 area.
      - Values changed: Phones in Area C (C).
      - Scores changed: Divide in 1 area.
      - Ranks changed: Divide in 2 areas.
      - Severe or no longer severe: Area C (C) severe; Area D (D) no longer severe.
      - Input files added, removed or changed: phones.csv (changed).

      ## Hotspots gained or lost

      | area | what | before | now | why |
      | --- | --- | --- | --- | --- |
      | Area C (C) | Divide | no | yes | own value (Phones) |
      | Area D (D) | Divide | yes | no | another area's value (Area C) |

      ## Values changed

      | area | what | before | now | why |
      | --- | --- | --- | --- | --- |
      | Area C (C) | Phones | 30.0 | 29.2 | own value |
      | Area B (B) | Roads | 20.0 | 20.0 (stale) | the source (no such file 'roads.csv') |

      ## Scores changed

      | area | what | before | now | why |
      | --- | --- | --- | --- | --- |
      | Area C (C) | Divide | 60.0 | 59.2 | own value (Phones) |

      ## Ranks changed

      | area | what | before | now | why |
      | --- | --- | --- | --- | --- |
      | Area C (C) | Divide | 2 | 1 | own value (Phones) |
      | Area D (D) | Divide | 1 | 2 | another area's value (Area C) |

      ## Severe or no longer severe

      | area | what | before | now | why |
      | --- | --- | --- | --- | --- |
      | Area C (C) | Divide | no | yes | own value (Phones) |
      | Area D (D) | Divide | yes | no | another area's value (Area C) |

      ## Input files added, removed or changed

      | what | before | now |
      | --- | --- | --- |
      | phones.csv | – | changed |

      """)
}

@Test("The same change in JSON has full numbers, statuses and causes.")
func jsonReport() throws {
  let report = ChangeReport(
    from: sampleSnapshot(), to: sampleSnapshot().with { $0.revise(2, to: 30.125, .preliminary) })
  let file = try #require(report.files.last)
  #expect(file.path == "changes.json")
  let text = String(decoding: file.bytes, as: UTF8.self)
  #expect(
    text.contains(
      """
          {
            "kind": "value",
            "area_code": "C",
            "area_name": "Area C",
            "subject": "phones",
            "before": {
              "value": 30.0,
              "status": "ok"
            },
            "after": {
              "value": 30.125,
              "status": "preliminary"
            },
            "causes": [
              {
                "cause": "own value",
                "details": []
              }
            ]
          },
      """))
  _ = try JSONSerialization.jsonObject(with: Data(file.bytes))
}

@Test("Two numbers that differ are never shown alike.")
func tellsApart() {
  func shown(_ value: Double) -> String {
    ChangeReport(from: sampleSnapshot(), to: sampleSnapshot().with { $0.revise(2, to: value) })
      .markdown
  }
  #expect(shown(30.01).contains("| 30.000 | 30.010 |"))
  #expect(shown(30.00001).contains("| 30.0 | 30.00001 |"))
}

@Test("Names cannot break the table or smuggle in markup.")
func escapes() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.revise(2, to: 31)
      $0.areas[2].names = LocalizedText(["en": "a|b\n<script>[x](y)"])
    })
  #expect(report.markdown.contains("| a\\|b &lt;script&gt;\\[x\\](y) (C) | Phones |"))
}

@Test("Comparing a snapshot with any edit of it is never empty, and both ways tell the same areas.")
func symmetry() {
  for number in 0..<16 {
    let area = number / 4
    let edited = sampleSnapshot().with { snapshot in
      switch number % 4 {
      case 0: snapshot.revise(area, to: 77)
      case 1: snapshot.edit(area) { $0.rank = nil }
      case 2: snapshot.areas[area].names = LocalizedText(["en": "other"])
      default: snapshot.areas[area].cells["roads"]?.status = .stale
      }
    }
    let there = ChangeReport(from: sampleSnapshot(), to: edited)
    let back = ChangeReport(from: edited, to: sampleSnapshot())
    #expect(!there.isEmpty)
    #expect(there.changes.map(\.kind) == back.changes.map(\.kind))
    #expect(there.changes.map(\.area) == back.changes.map(\.area))
  }
}
