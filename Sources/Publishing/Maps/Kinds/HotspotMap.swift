import Cartography
import CompositeIndex
import Geography
import Indicators
import SpatialStatistics

/// A map of severity and clustering of an index: fill and pattern say the cluster, a heavy
/// outline says severe, and the name of a hotspot is marked.
struct HotspotMap: AtlasMap {
  let definition: MapDefinition
  let index: Atlas.Index
  let measure: Measure
  private let clusters: [Word]

  /// The hotspots of an index; areas without a result count as not testable.
  init(_ definition: MapDefinition, _ index: Atlas.Index, matrix: IndicatorMatrix) {
    self.definition = definition
    self.index = index
    measure = Measure(index, matrix: matrix)
    clusters = index.scores.indices.map { area in
      index.scores[area].score == nil
        ? .notScored : Word(index.hotspots?[area].cluster ?? .notTestable)
    }
  }

  /// The clusters in the order of the legend.
  static let order: [Word] = [
    .hot, .possiblyHot, .noCluster, .possiblyCold, .cold, .notTestable, .notScored,
  ]

  /// What stands before the name of a hotspot.
  private static let mark = "▲"

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    MapSheet(
      id: "\(definition.id)-\(context.language)", language: context.language,
      headline: definition.title?[context.language] ?? headline(context),
      subtitle: subtitle(context), badge: measure.badge(context.words),
      description: description(context), areasLabel: context.areasTitle,
      areas: areas(in: context), legend: legend(in: context), notes: notes(context),
      credits: context.credits(sources: sources), distanceUnits: context.distanceUnits)
  }

  private func subtitle(_ context: MapContext) -> String {
    let meaning = context.words(.clusterMeasure, ["areas": context.areasWord])
    return measure.subtitle(context.words, measuring: meaning)
  }

  var sources: [String] { measure.sources }

  func title(in context: MapContext) -> String {
    context.words(.hotspotsOf, ["title": measure.title.text(in: context.language)])
  }

  func table(in context: MapContext) -> MapTable { MapTable(self, context) }

  /// The areas that are severe or hot.
  private var hotspots: [Int] { index.scores.indices.filter(index.isHotspot) }

  private func areas(in context: MapContext) -> [MapArea] {
    let words = context.words
    return index.scores.indices.map { area in
      let score = index.scores[area]
      let name = context.name(area)
      var parts = [words[clusters[area]]]
      if score.isSevere { parts.append(words[.severe]) }
      if index.isHotspot(area) { parts.append(words[.hotspot]) }
      if let value = score.score {
        parts.append(measure.long(value, words))
      }
      return MapArea(
        code: context.atlas.layer.areas[area].code,
        name: index.isHotspot(area) ? HotspotMap.mark + "\u{A0}" + name : name,
        description: "\(name): \(parts.joined(separator: ", "))",
        fill: clusters[area].fill ?? .color(.white), isOutlined: score.isSevere,
        priority: index.isHotspot(area) ? 1 : 0)
    }
  }

  private func legend(in context: MapContext) -> Legend {
    let words = context.words
    let classes = HotspotMap.order.compactMap { word -> Legend.Row? in
      let count = clusters.count { $0 == word }
      let isOptional = word == .notTestable || word == .notScored
      return count == 0 && isOptional
        ? nil : Legend.Row(fill: word.fill, text: explained(word, words), count: count)
    }
    var others = [
      Legend.Row(
        fill: nil, isOutlined: true, text: explained(.severe, words),
        count: index.scores.count(where: \.isSevere)),
      Legend.Row(
        fill: nil, symbol: HotspotMap.mark, text: words.headed(.hotspot), count: hotspots.count),
    ]
    if !context.atlas.water.isEmpty {
      others.append(Legend.Row(fill: Word.water.fill, text: words.headed(.water)))
    }
    return Legend(
      label: words[.legend],
      title: Words.headed(words[.cluster]), countTitle: context.areasTitle, classes: classes,
      othersTitle: words[.alsoShown], others: others)
  }

  /// A word at the head of a line, with the share or the level that it stands for.
  private func explained(_ word: Word, _ words: Words) -> String {
    func percent(_ share: Double) -> String { NumberText.shortest(share * 100) + "%" }
    let level = index.level.map { NumberText.shortest($0) }
    switch (word, index.worstShare, level) {
    case (.severe, let share?, _):
      guard let scenarios = index.severeShare else {
        return words.headed(.severeExplained, ["share": percent(share)])
      }
      return words.headed(
        .severeInScenarios, ["share": percent(share), "scenarios": percent(scenarios)])
    case (.hot, _, let level?): return words.headed(.hotExplained, ["level": level])
    case (.possiblyHot, _, let level?): return words.headed(.possiblyHotExplained, ["level": level])
    case (.cold, _, let level?): return words.headed(.coldExplained, ["level": level])
    case (.possiblyCold, _, let level?):
      return words.headed(.possiblyColdExplained, ["level": level])
    default: return words.headed(word)
    }
  }

  private func headline(_ context: MapContext) -> String {
    let title = index.title.text(in: context.language)
    let named = index.headlineHotspots
    let word: Word =
      switch hotspots.count {
      case 0: .noHotspot
      case 1: named.isEmpty ? .oneUnnamedHotspot : .oneHotspot
      default:
        index.stability == nil || named.isEmpty
          ? .hotspots : named == hotspots ? .allHotspots : .namedHotspots
      }
    return context.words(
      word,
      [
        "title": title, "count": String(hotspots.count), "total": String(index.scores.count),
        "areas": context.areasWord, "names": context.names(named),
      ])
  }

  private func description(_ context: MapContext) -> String {
    let words = context.words
    var sentences = [
      words(
        .mapOf,
        [
          "total": String(index.scores.count), "areas": context.areasWord,
          "title": index.title.text(in: context.language),
          "measure": subtitle(context),
        ])
    ]
    func add(_ word: Word, _ areas: [Int]) {
      guard !areas.isEmpty else { return }
      sentences.append(
        words(
          .clusterCount,
          ["status": explained(word, words), "names": context.names(areas, limit: 10)]))
    }
    add(.hotspot, hotspots)
    add(.severe, index.scores.indices.filter { index.scores[$0].isSevere })
    for word in HotspotMap.order where word != .noCluster {
      add(word, clusters.indices.filter { clusters[$0] == word })
    }
    return (sentences + [measure.badge(words).map { $0 + "." }].compactMap(\.self))
      .joined(separator: " ")
  }

  /// The hotspots by name, and what was not scored.
  private func notes(_ context: MapContext) -> [String] {
    let names =
      hotspots.count > 1
      ? [
        context.words(
          .clusterCount,
          [
            "status": HotspotMap.mark + " " + context.words.headed(.hotspot),
            "names": context.names(hotspots),
          ])
      ] : []
    let survival = context.atlas.survival(on: index, in: context.language).map { [$0] } ?? []
    return names + survival + context.atlas.notScored(of: index, in: context.language)
      + measure.lastReadNotes(context.words)
  }
}

extension Word {
  /// The word for a cluster.
  init(_ cluster: Cluster) {
    self =
      switch cluster {
      case .hot: .hot
      case .possiblyHot: .possiblyHot
      case .cold: .cold
      case .possiblyCold: .possiblyCold
      case .none: .noCluster
      case .notTestable: .notTestable
      }
  }
}
