import Geography
import Indicators
import SpatialStatistics

@testable import Pipelines

/// Four areas in a row, `A`–`B`–`C`–`D`, with two indicators, an index of both and a map of each.
func sampleSnapshot() -> Snapshot {
  let codes = ["A", "B", "C", "D"]
  var snapshot = Snapshot()
  snapshot.origin = Snapshot.Origin(
    definition: "d1", inputs: ["areas.geojson": "b1", "phones.csv": "p1", "roads.csv": "r1"],
    programs: ["inclusion-atlas 1.0.0", "gdal 3.6.2"])
  snapshot.figures = [
    .init(id: "phones", title: "Phones"), .init(id: "roads", title: "Roads"),
  ]
  snapshot.indexes = [
    .init(
      id: "divide", title: "Divide", weights: ["phones": 0.5, "roads": 0.5], level: 0.05,
      worstShare: 0.25)
  ]
  snapshot.maps = [
    .init(id: "divide", property: "divide_score", upperBounds: [25, 50, 100]),
    .init(id: "phones", property: "phones", upperBounds: [15, 30, 40]),
  ]
  snapshot.areas = codes.enumerated().map { order, code in
    let value = Double(order + 1) * 10
    return Snapshot.Area(
      code: code, names: LocalizedText(["en": "Area \(code)"]),
      cells: [
        "phones": .init(value: value, status: .ok), "roads": .init(value: value, status: .ok),
      ],
      scores: [
        "divide": .init(
          score: value * 2, rank: 4 - order, isSevere: order == 3, cluster: Cluster.none,
          isHotspot: order == 3, drivers: ["phones": value, "roads": value])
      ],
      neighbors: [order - 1, order + 1].filter(codes.indices.contains).map { codes[$0] },
      outline: "outline \(code)")
  }
  return snapshot
}

extension Snapshot {
  /// This snapshot with an edit.
  func with(_ edit: (inout Snapshot) -> Void) -> Snapshot {
    var copy = self
    edit(&copy)
    return copy
  }

  /// Gives an area's phones another value, from a file that changed.
  mutating func revise(_ area: Int, to value: Double?, _ status: Status = .ok) {
    areas[area].cells["phones"] = Cell(value: value, status: status)
    origin.inputs["phones.csv"] = "p2"
  }

  /// Edits what the index says of an area.
  mutating func edit(_ area: Int, _ edit: (inout Score) -> Void) {
    var score = areas[area].scores["divide"] ?? Score()
    edit(&score)
    areas[area].scores["divide"] = score
  }
}

extension ChangeReport {
  /// The causes of the one change of this kind in this area: `own value (phones)`.
  func causes(_ kind: Change.Kind, _ area: String?, _ subject: String? = nil) -> [String] {
    let found = changes(kind).filter {
      $0.area == area && (subject == nil || $0.subject == subject)
    }
    guard found.count == 1 else { return ["\(found.count) changes"] }
    return found[0].causes.map { cause in
      cause.details.isEmpty
        ? cause.kind.rawValue
        : "\(cause.kind.rawValue) (\(cause.details.joined(separator: ", ")))"
    }
  }

  /// How many changes there are of each kind that occurs.
  var counts: [Change.Kind: Int] {
    Dictionary(grouping: changes, by: \.kind).mapValues(\.count)
  }
}
