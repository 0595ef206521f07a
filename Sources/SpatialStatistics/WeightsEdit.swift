public import Diagnostics

/// A correction of who is whose neighbour, declared by people who know the ground: a bridge,
/// a ferry, a mountain range.
public struct WeightsEdit: Sendable, Hashable {
  /// What to do with the pair.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    /// Make two areas neighbours of each other.
    case join
    /// Make two areas no neighbours of each other, either way.
    case cut
  }

  /// What to do.
  public var action: Action
  /// Index of one area in the layer.
  public var first: Int
  /// Index of the other area.
  public var second: Int
  /// Why, as it is published.
  public var reason: String
  /// Where it is declared.
  public var place: Place?

  /// An edit of the pair `first` and `second`, in any order.
  public init(
    _ action: Action, _ first: Int, _ second: Int, reason: String, at place: Place? = nil
  ) {
    self.action = action
    self.first = first
    self.second = second
    self.reason = reason
    self.place = place
  }
}

extension SpatialWeights {
  /// The binary weights after the given edits, made one after the other.
  ///
  /// `codes` are the areas' codes in layer order, for the messages.
  ///
  /// - Throws: `Problems` with every edit that joins neighbours, cuts areas that are none, names
  ///   one area twice, gives no reason, or meets weights that are not binary.
  public func edited(_ edits: [WeightsEdit], codes: [String]) throws -> SpatialWeights {
    if edits.isEmpty { return self }
    var problems = Problems()
    if !isBinary {
      problems.add(
        "neighbours can be joined and cut in binary weights only", at: edits.first?.place,
        remedy: "edit contiguity, nearest neighbours or a distance band before standardising")
      throw problems
    }
    var rows = (0..<areaCount).map { Set(neighbors(of: $0)) }
    for edit in edits {
      let (first, second) = (edit.first, edit.second)
      let pair = "'\(codes[first])' and '\(codes[second])'"
      let wanted = edit.action == .join
      if first == second {
        problems.add(
          "area '\(codes[first])' cannot be its own neighbour", at: edit.place,
          remedy: "name two areas")
      } else if edit.reason.allSatisfy(\.isWhitespace) {
        problems.add(
          "the edit of \(pair) gives no reason", at: edit.place,
          remedy: "say why; the reason is published")
      } else if rows[first].contains(second) == wanted, rows[second].contains(first) == wanted {
        problems.add(
          "\(pair) are \(wanted ? "neighbours already" : "no neighbours")", at: edit.place,
          remedy: "remove the edit")
      } else if wanted {
        rows[first].insert(second)
        rows[second].insert(first)
      } else {
        rows[first].remove(second)
        rows[second].remove(first)
      }
    }
    try problems.throwIfAny()
    return SpatialWeights(rows: rows.map { row in row.sorted().map { ($0, 1) } })
  }
}
