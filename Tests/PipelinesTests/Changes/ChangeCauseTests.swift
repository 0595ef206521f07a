import Indicators
import SpatialStatistics
import Testing

@testable import Pipelines

@Test("A revised value is its own cause, and that of the score it moved.")
func ownValue() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.revise(2, to: 29)
      $0.edit(2) { score in
        score.score = 59
        score.drivers["phones"] = 29
      }
    })
  #expect(report.causes(.value, "C") == ["own value"])
  #expect(report.causes(.score, "C") == ["own value (phones)"])
  #expect(report.counts == [.value: 1, .score: 1, .input: 1])
}

@Test("A score that moved without its own figures was moved by those of other areas.")
func otherValue() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.revise(0, to: 5)
      $0.edit(3) { $0.score = 79 }
      $0.edit(3) { $0.rank = 2 }
    })
  #expect(report.causes(.score, "D") == ["another area's value (A)"])
  #expect(report.causes(.rank, "D") == ["another area's value (A)"])
}

@Test("Where parts of a score moved that the area's own figures did not move, both are named.")
func ownAndOtherValue() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.revise(0, to: 5)
      $0.revise(3, to: 41)
      $0.edit(3) { score in
        score.score = 80.5
        score.drivers = ["phones": 41, "roads": 39.5]
      }
    })
  #expect(report.causes(.score, "D") == ["own value (phones)", "another area's value (A)"])
}

@Test("A cluster that a neighbour's figure made is blamed on the neighbour, by name.")
func neighborValue() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.revise(0, to: 99)
      $0.edit(1) { score in
        score.cluster = .hot
        score.isHotspot = true
      }
      $0.edit(2) { $0.cluster = .possiblyHot }
    })
  #expect(report.causes(.cluster, "B") == ["a neighbour's value (A)"])
  #expect(report.causes(.hotspot, "B") == ["a neighbour's value (A)"])
  #expect(report.causes(.cluster, "C") == ["another area's value (A)"])
}

@Test("A hotspot lost by severity is blamed on what moved the ranks, not on neighbours.")
func severityLost() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.revise(2, to: 99)
      $0.edit(3) { score in
        score.isSevere = false
        score.isHotspot = false
        score.rank = 2
      }
    })
  #expect(report.causes(.hotspot, "D") == ["another area's value (C)"])
  #expect(report.causes(.severity, "D") == ["another area's value (C)"])
}

@Test("A new level, a new share and new class breaks are thresholds.")
func thresholds() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.origin.definition = "d2"
      $0.indexes[0].level = 0.1
      $0.indexes[0].worstShare = 0.5
      $0.maps[1].upperBounds = [15, 35, 40]
      $0.edit(2) { score in
        score.isSevere = true
        score.isHotspot = true
      }
      $0.edit(1) { $0.cluster = .cold }
    })
  #expect(report.causes(.severity, "C") == ["a threshold (worst share)", "definition"])
  #expect(report.causes(.hotspot, "C") == ["a threshold (worst share)", "definition"])
  #expect(report.causes(.cluster, "B") == ["a threshold (level)", "definition"])
  #expect(report.causes(.level, nil) == ["definition"])
  #expect(report.causes(.worstShare, nil) == ["definition"])
  #expect(report.causes(.classBreaks, nil) == ["definition"])
  #expect(report.changes(.mapClass).isEmpty)
}

@Test("An area changes class by its value, by the breaks, or by both.")
func classes() {
  let moved = sampleSnapshot().with { $0.revise(1, to: 31) }
  let byValue = ChangeReport(from: sampleSnapshot(), to: moved)
  #expect(byValue.causes(.mapClass, "B") == ["own value"])
  let byBreaks = ChangeReport(
    from: sampleSnapshot(), to: sampleSnapshot().with { $0.maps[1].upperBounds = [20, 30, 40] })
  #expect(byBreaks.causes(.mapClass, "B") == ["a threshold (class break)"])
  // 20 lies in class 2; neither 26 under the old breaks nor 20 under the new ones is in class 3.
  let byBoth = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.revise(1, to: 26)
      $0.maps[1].upperBounds = [15, 25, 40]
    })
  #expect(byBoth.causes(.mapClass, "B") == ["own value", "a threshold (class break)"])
  #expect(byBoth.causes(.classBreaks, nil) == ["another area's value (B)"])
}

@Test("Areas added, removed and redrawn are a matter of the boundary.")
func boundary() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.origin.inputs["areas.geojson"] = "b2"
      $0.areas[3].code = "E"
      $0.areas[2].neighbors = ["B", "E"]
      $0.areas[2].outline = "another"
      $0.edit(2) { $0.cluster = .hot }
      $0.edit(0) { $0.rank = 3 }
      $0.areas[0].cells["roads"] = .init(value: 11, status: .estimated)
    })
  #expect(report.changes(.areaAdded).map(\.area) == ["E"])
  #expect(report.changes(.areaRemoved).map(\.area) == ["D"])
  #expect(report.causes(.outline, "C") == ["boundary"])
  #expect(report.causes(.neighbors, "C") == ["boundary"])
  #expect(report.causes(.cluster, "C") == ["another area's value (A)", "boundary (C, D, E)"])
  #expect(report.causes(.rank, "A") == ["own value (roads)", "boundary (C, D, E)"])
  #expect(report.causes(.value, "A") == ["boundary (C, D, E)"])
}

@Test("What changed with nothing but the definition, or the program, is blamed on it.")
func definitionAndProgram() {
  func report(_ edit: (inout Snapshot) -> Void) -> ChangeReport {
    let edited = sampleSnapshot().with {
      edit(&$0)
      $0.edit(1) { $0.score = 41 }
      $0.areas[1].cells["roads"] = .init(value: 21, status: .ok)
    }
    return ChangeReport(from: sampleSnapshot(), to: edited)
  }
  let defined = report { $0.origin.definition = "d2" }
  #expect(defined.causes(.value, "B") == ["definition"])
  #expect(defined.causes(.score, "B") == ["own value (roads)", "definition"])
  let programmed = report { $0.origin.programs[1] = "gdal 3.7.0" }
  #expect(programmed.causes(.value, "B") == ["program"])
  let dated = report { $0.asOf = "2026-11-22" }
  #expect(dated.causes(.value, "B") == ["date"])
  // A database is no file: nothing that was recorded changed, so it can only be the figure.
  #expect(report { _ in }.causes(.value, "B") == ["own value"])
}

@Test("A score that moved for no recorded reason has an unknown cause.")
func unknown() {
  let report = ChangeReport(
    from: sampleSnapshot(), to: sampleSnapshot().with { $0.edit(1) { $0.score = 41 } })
  #expect(report.causes(.score, "B") == ["unknown"])
}

@Test("A figure that statistics do not use moves no score: its change is no cause.")
func unreliableIsNoCause() {
  let old = sampleSnapshot().with {
    $0.areas[0].cells["phones"] = .init(value: 10, status: .unreliable)
  }
  let new = old.with {
    $0.areas[0].cells["phones"] = .init(value: 12, status: .unreliable)
    $0.edit(0) { $0.score = 21 }
  }
  #expect(ChangeReport(from: old, to: new).causes(.score, "A") == ["unknown"])
}

@Test("The last digits of a score are no change; those of a published value are.")
func lastDigits() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.edit(1) { $0.score = 40.nextUp }
      $0.areas[1].cells["roads"]?.value = 20.0.nextUp
    })
  #expect(report.counts == [.value: 1])
}

@Test("Indicators and indexes that come or go are one change each.")
func addedAndRemoved() {
  let report = ChangeReport(
    from: sampleSnapshot(),
    to: sampleSnapshot().with {
      $0.origin.definition = "d2"
      $0.figures[1] = .init(id: "water", title: "Water")
      $0.indexes[0].id = "gap"
    })
  #expect(
    report.counts == [
      .indicatorAdded: 1, .indicatorRemoved: 1, .indexAdded: 1, .indexRemoved: 1, .definition: 1,
    ])
  #expect(report.causes(.indicatorAdded, nil, "water") == ["definition"])
}

@Test("More than a dozen areas are not named one by one.")
func manyAreas() {
  let codes = (10...23).map(String.init)
  func snapshot(_ value: Double) -> Snapshot {
    var snapshot = sampleSnapshot()
    snapshot.origin.inputs["phones.csv"] = "\(value)"
    snapshot.areas = codes.map { code in
      Snapshot.Area(
        code: code, cells: ["phones": .init(value: value, status: .ok)],
        scores: ["divide": .init(score: 1, rank: value == 1 ? 1 : 2)])
    }
    return snapshot
  }
  let report = ChangeReport(from: snapshot(1), to: snapshot(2))
  #expect(report.causes(.rank, "10") == ["own value (phones)", "another area's value"])
}
