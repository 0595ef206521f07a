import Cartography

/// What became of an area since the last release; only the strongest thing is shown.
public enum AreaMove: Sendable, Hashable, CaseIterable {
  /// It is a hotspot now.
  case gained
  /// It is no hotspot any more.
  case lost
  /// It is new, or its boundary is another one.
  case redrawn
  /// A figure of its own changed.
  case revised
  /// Only what depends on others changed: its score, rank, cluster or class.
  case moved
  /// Nothing changed.
  case still
}

/// Draws a small map of what changed in every language: `changes.<language>.svg`; nothing where
/// no area changed.
///
/// - Parameters:
///   - moves: one an area, in layer order.
///   - projected: the geometry of `atlas` on a plane.
public func changeMaps(
  of atlas: Atlas, moves: [AreaMove], projected: ProjectedAtlas
) -> [PublishedFile] {
  if moves.allSatisfy({ $0 == .still }) { return [] }
  let ground = Ground(
    areas: projected.areas, water: projected.water, surroundings: projected.surroundings,
    groundLength: projected.groundLength)
  let base = BaseMap(ground, format: .phone)
  return atlas.languages.map { language in
    let context = MapContext(
      atlas: atlas, words: Words(language: language), projectionName: projected.projectionName)
    let sheet = ChangeMap(moves: moves).sheet(in: context)
    return PublishedFile(
      path: "changes.\(language).svg", bytes: sheet.svg(on: base, format: .phone))
  }
}

/// The map of what changed since the last release.
private struct ChangeMap {
  let moves: [AreaMove]

  func sheet(in context: MapContext) -> MapSheet {
    let words = context.words
    let moved = moves.indices.filter { moves[$0] != .still }
    let headline = words(
      .changedAreas,
      [
        "count": String(moved.count), "total": String(moves.count), "areas": context.areasWord,
      ])
    let sentences = AreaMove.allCases.dropLast().compactMap { move -> String? in
      let areas = moves.indices.filter { moves[$0] == move }
      if areas.isEmpty { return nil }
      return words(
        .clusterCount,
        ["status": words.headed(move.word), "names": context.names(areas, limit: 10)])
    }
    return MapSheet(
      id: "changes-\(context.language)", language: context.language, headline: headline,
      subtitle: words[.sinceLastRelease],
      description: ([headline + "."] + sentences).joined(separator: " "),
      areasLabel: context.areasTitle, areas: areas(in: context), legend: legend(in: context),
      notes: [], credits: context.credits(sources: []), distanceUnits: context.distanceUnits)
  }

  private func areas(in context: MapContext) -> [MapArea] {
    moves.indices.map { area in
      let name = context.name(area)
      return MapArea(
        code: context.atlas.layer.areas[area].code, name: name,
        description: "\(name): \(context.words[moves[area].word])",
        fill: moves[area].fill, priority: moves[area] == .still ? 0 : 1)
    }
  }

  private func legend(in context: MapContext) -> Legend {
    let words = context.words
    let rows = AreaMove.allCases.map { move in
      Legend.Row(
        fill: move.fill, text: words.headed(move.word), count: moves.count { $0 == move })
    }
    return Legend(
      label: words[.legend], title: words[.changes], countTitle: context.areasTitle,
      classes: rows.filter { $0.count != 0 }, othersTitle: words[.alsoShown],
      others: context.atlas.water.isEmpty
        ? [] : [Legend.Row(fill: Word.water.fill, text: words.headed(.water))])
  }
}

extension AreaMove {
  fileprivate var word: Word {
    switch self {
    case .gained: .hotspotGained
    case .lost: .hotspotLost
    case .redrawn: .redrawn
    case .revised: .revised
    case .moved: .moved
    case .still: .unchanged
    }
  }

  /// Each has a pattern or a lightness of its own, so that the colour is not needed to tell.
  fileprivate var fill: Fill {
    switch self {
    case .gained: .pattern(Pattern(.falling, Color(0xF4A582), on: Color(0x9E1B28)))
    case .lost: .pattern(Pattern(.dots, Color(0x92C5DE), on: Color(0x1B4F8A)))
    case .redrawn: .pattern(Pattern(.lattice, Color(0x6A3D9A), on: Color(0xE6DDF0)))
    case .revised: .color(Color(0xE08214))
    case .moved: .color(Color(0xFDE0B6))
    case .still: .color(Color(0xF4F4F4))
    }
  }
}
