import Diagnostics
import Geography
import Publishing
import SpatialStatistics

/// The `neighbours:` section: the rule, and the pairs that people who know the ground correct.
struct NeighbourSection {
  /// A correction with the areas' codes as written.
  struct Edit {
    var action: WeightsEdit.Action
    var areas: [Placed<String>]
    var reason: String
    var place: Place
  }

  /// Who counts as a neighbour.
  var rule = NeighbourRule.sharedBoundary
  /// The rule as worded.
  var name = "shared boundary"
  /// How far apart boundaries may lie and still count as one, in metres.
  var tolerance = Contiguity.defaultTolerance
  /// Whether each area's weights add up to one.
  var isRowStandardized = false
  /// Corrections, in the order of the file.
  var edits: [Edit] = []

  init(_ section: Section?) {
    guard let section else { return }
    if let text = section.placedText("rule"), let rule = NeighbourRule.read(text, log: section.log)
    {
      (self.rule, name) = (rule, text.value)
    }
    tolerance = section.number("tolerance", in: 0...100_000) ?? tolerance
    isRowStandardized = section.flag("row_standardised") ?? false
    edits = section.listedSections("edits").compactMap(Edit.init)
    section.finish()
  }

  /// The rule and its corrections, to be published.
  var published: NeighborRule {
    NeighborRule(
      name, isRowStandardized: isRowStandardized,
      edits: edits.map { .init($0.action, $0.areas.map(\.value), reason: $0.reason) })
  }

  /// The weights of a layer under the rule, corrected.
  ///
  /// - Throws: `Problems` for a rule that the layer is too small for, and for every correction
  ///   that names no area or changes nothing.
  func weights(_ layer: AreaLayer, _ contiguity: Contiguity) throws -> SpatialWeights {
    var problems = Problems()
    let codes = layer.codes
    let edits = edits.compactMap { edit -> WeightsEdit? in
      let areas = edit.areas.compactMap { code -> Int? in
        if let index = codes.firstIndex(of: code.value) { return index }
        let near = code.value.nearest(in: codes, limit: 1).first
        problems.add(
          "there is no area '\(code.value)'", at: code.place,
          remedy: near.map { "did you mean '\($0)'?" } ?? "write a code of the boundaries")
        return nil
      }
      guard areas.count == 2 else { return nil }
      return WeightsEdit(edit.action, areas[0], areas[1], reason: edit.reason, at: edit.place)
    }
    try problems.throwIfAny()
    let plain = try rule.weights(layer, contiguity)
    let weights = edits.isEmpty ? plain : try plain.edited(edits, codes: codes)
    return isRowStandardized ? weights.rowStandardized() : weights
  }
}

extension NeighbourSection.Edit {
  fileprivate init?(_ section: Section) {
    defer { section.finish() }
    let join = section.list("join")
    let cut = section.list("cut")
    let reason = section.text("reason", required: true)
    guard let areas = join ?? cut, areas.count == 2, join == nil || cut == nil, let reason else {
      if reason != nil {
        section.log.add(
          "a correction of neighbours names one pair", at: section.place,
          remedy: "write {join: [one, other], reason: …} or {cut: [one, other], reason: …}")
      }
      return nil
    }
    self.init(
      action: join == nil ? .cut : .join, areas: areas, reason: reason, place: section.place)
  }
}
