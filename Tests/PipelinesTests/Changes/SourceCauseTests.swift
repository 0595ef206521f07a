import Indicators
import Testing

@testable import Pipelines

@Test("Errors that changed are listed, and are a cause of what depends on how sure a rank is.")
func errors() {
  let old = sampleSnapshot().with { $0.areas[1].errors["phones"] = 2 }
  let report = ChangeReport(
    from: old,
    to: old.with {
      $0.areas[1].errors["phones"] = 3
      $0.origin.inputs["phones.csv"] = "p2"
      $0.edit(3) { score in
        score.isSevere = false
        score.isHotspot = false
      }
    })
  #expect(report.causes(.error, "B") == ["own value"])
  #expect(report.causes(.severity, "D") == ["a standard error (phones)"])
  #expect(report.causes(.hotspot, "D") == ["a standard error (phones)"])
  #expect(report.headlines.contains("Standard errors changed: Phones in Area B (B)."))
}

@Test("The error of a value that is withheld now is not told.")
func withheldError() {
  let old = sampleSnapshot().with { $0.areas[1].errors["phones"] = 3.14159 }
  let report = ChangeReport(
    from: old,
    to: old.with {
      $0.revise(1, to: nil, .suppressed)
      $0.areas[1].errors["phones"] = nil
    })
  #expect(report.changes(.error).isEmpty && !report.markdown.contains("3.14"))
}

/// Sample figures of which it is known what they were read from.
private func sourcedSnapshot() -> Snapshot {
  sampleSnapshot().with {
    $0.figures[0].files = ["phones.csv"]
    $0.figures[0].crosswalkFiles = ["split.csv"]
    $0.figures[1].files = ["roads.csv"]
    $0.origin.inputs["split.csv"] = "s1"
  }
}

@Test("Only the files that an indicator is read from change its own values.")
func filesOfIndicator() {
  func causes(_ edit: (inout Snapshot) -> Void) -> [String] {
    let new = sourcedSnapshot().with {
      $0.areas[1].cells["phones"]?.value = 21
      edit(&$0)
    }
    return ChangeReport(from: sourcedSnapshot(), to: new).causes(.value, "B")
  }
  #expect(causes { $0.origin.inputs["phones.csv"] = "p2" } == ["own value"])
  #expect(causes { $0.origin.inputs["split.csv"] = "s2" } == ["an input file (split.csv)"])
  #expect(
    causes {
      $0.origin.inputs["roads.csv"] = "r2"
      $0.origin.definition = "d2"
    } == ["definition"])
  #expect(
    causes {
      $0.areas[1].outline = "another"
      $0.origin.inputs["areas.geojson"] = "b2"
      $0.origin.definition = "d2"
    } == ["boundary (B)", "definition"])
  #expect(causes { $0.origin.inputs["names.csv"] = "n" } == ["an input file (names.csv)"])
  #expect(causes { $0.figures[0].files = [] } == ["own value"])
}

@Test("A source that fails, stays away for too long, and is back, is the cause of what it does.")
func sources() {
  let stale = sourcedSnapshot().with {
    $0.figures[0].failure = "no such file 'phones.csv'"
    $0.areas[1].cells["phones"]?.status = .stale
  }
  let away = stale.with { $0.areas[1].cells["phones"] = .init(value: nil, status: .noData) }
  func report(_ old: Snapshot, _ new: Snapshot) -> ChangeReport {
    // Another table was revised the same night.
    ChangeReport(from: old, to: new.with { $0.origin.inputs["roads.csv"] = "r2" })
  }
  let failed = report(sourcedSnapshot(), stale)
  #expect(failed.causes(.value, "B") == ["the source (no such file 'phones.csv')"])
  #expect(
    failed.headlines.contains(
      "Phones could not be read: the figures of the last reading stand in 1 area."))
  let old = report(stale, away)
  #expect(old.causes(.value, "B") == ["date"])
  #expect(
    old.headlines.contains("Phones shows its last reading no longer: no figure in 1 area."))
  let dropped = report(sourcedSnapshot(), away)
  #expect(
    dropped.headlines.contains("Phones could not be read and is left out: no figure in 1 area."))
  let back = report(stale, sourcedSnapshot())
  #expect(back.causes(.value, "B") == ["the source (could be read again)"])
  #expect(
    back.headlines.contains("Phones could be read again: its figures are the same as before."))
  let revised = report(away, sourcedSnapshot())
  #expect(revised.headlines.contains("Phones could be read again: new figures in 1 area."))
}

@Test("A library that comes into use is no other program; a rebuilt program is one.")
func programs() {
  func report(_ edit: (inout Snapshot) -> Void) -> ChangeReport {
    let old = sampleSnapshot().with { $0.origin.code = "11111111111111" }
    return ChangeReport(from: old, to: old.with(edit))
  }
  #expect(report { $0.origin.programs.append("harfbuzz 6.0.0") }.isEmpty)
  let rebuilt = report { $0.origin.code = "22222222222222" }
  #expect(
    rebuilt.changes(.program).map(\.after) == [
      .texts(["inclusion-atlas 1.0.0 (222222222222)", "gdal 3.6.2"])
    ])
}

@Test("Of a cluster all that moved is named, and neighbours are those that its index counts.")
func clusterCauses() {
  func report(_ edit: (inout Snapshot) -> Void) -> ChangeReport {
    let old = sampleSnapshot().with(edit)
    return ChangeReport(
      from: old,
      to: old.with {
        $0.revise(0, to: 5)
        $0.revise(3, to: 44)
        $0.edit(0) { $0.cluster = .cold }
        $0.edit(1) { $0.cluster = .cold }
      })
  }
  let touching = report { _ in }
  #expect(touching.causes(.cluster, "A") == ["own value (phones)", "another area's value (D)"])
  #expect(
    touching.causes(.cluster, "B") == ["a neighbour's value (A)", "another area's value (D)"])
  let nearest = report { $0.areas[1].weighted = ["divide": ["C", "D"]] }
  #expect(
    nearest.causes(.cluster, "B") == ["a neighbour's value (D)", "another area's value (A)"])
}

@Test("Of what is withheld to hide another area's value its own is not blamed, nor told apart.")
func withheldToHide() throws {
  try withSampleCountry { country in
    country.rules = "suppress_below: 20\nsuppress_by: count"
    country.offline[9] = "25"
    try country.write()
    try country.run(on: "2026-11-20")
    let before = try #require(try country.snapshot())
    // Square 8 has the least of the others, and the same row as before.
    country.offline[9] = "5"
    try country.write()
    try country.run(on: "2026-11-21")
    let after = try #require(try country.snapshot())
    for (old, new) in [(before, after), (after, before)] {
      let report = ChangeReport(from: old, to: new)
      #expect(report.changes(.value).map(\.area) == ["8", "9"])
      for area in ["8", "9"] {
        #expect(report.causes(.value, area) == ["own value or another area's value"])
      }
    }
  }
}
