import CompositeIndex
import Geography
import Indicators
import SpatialStatistics

@testable import Publishing

/// A country of three by three square areas with Khmer names, small enough to check by hand.
///
/// Areas are numbered west to east, then south to north. A lake lies in the middle.
enum LatticeAtlas {
  static let names = [
    ("Kep", "កែប"), ("Pailin", "ប៉ៃលិន"), ("Kampot", "កំពត"), ("Takeo", "តាកែវ"),
    ("Siem Reap", "សៀមរាប"), ("Ratanakiri", "រតនគិរី"), ("Stung Treng", "ស្ទឹងត្រែង"),
    ("Svay Rieng", "ស្វាយរៀង"), ("Koh Kong", "កោះកុង"),
  ]

  /// One value of every kind: three classes, unreliable, no data, withheld, not applicable.
  static let cells = [
    IndicatorValue(value: 12, standardError: 1, interval: 10...14, sampleSize: 1200),
    IndicatorValue(value: 12.5), IndicatorValue(value: 40, status: .preliminary),
    IndicatorValue(value: 44), IndicatorValue(value: 90.25),
    IndicatorValue(value: 99, status: .unreliable, reason: "conflicts with another survey"),
    .missing(reason: "no row of the table met this area"),
    .missing(.suppressed, reason: "fewer than 30 respondents"),
    .missing(.notApplicable, reason: "nobody votes here"),
  ]

  static func atlas(
    names: [(String, String)] = names, cells: [IndicatorValue] = cells,
    maps: [MapDefinition] = maps, languages: [String] = ["en", "km"]
  ) -> Atlas {
    let layer = AreaLayer(
      names.indices.map {
        Area(
          code: "0\($0 + 1)", name: LocalizedText(["en": names[$0].0, "km": names[$0].1]),
          polygons: [square(Double($0 % 3), Double($0 / 3), side: 1)])
      })
    let indicator = Indicator(
      id: "internet_use",
      title: LocalizedText(["en": "Internet use", "km": "ការប្រើអ៊ីនធឺណិត"]),
      unit: LocalizedText(["en": "% of people", "km": "% នៃប្រជាជន"]), period: "2021-22",
      sources: ["survey"], direction: .lowIsWorse)
    return Atlas(
      pipeline: "lattice", title: LocalizedText(["en": "Lattice"]), languages: languages,
      layer: layer,
      boundaries: Atlas.Boundaries(
        file: "lattice.geojson", attribution: "© Lattice Office", licence: "CC0-1.0",
        areaWord: LocalizedText(["en": "province", "km": "ខេត្ត"]),
        areasWord: LocalizedText(["en": "provinces", "km": "ខេត្ត"])),
      contiguity: Contiguity(areaCount: 9, pairs: [], tolerance: 0),
      water: [square(1.3, 1.05, side: 0.2)], contextAttribution: "Lake Office",
      matrix: IndicatorMatrix(
        areaCodes: layer.codes,
        columns: [IndicatorMatrix.Column(indicator: indicator, cells: cells)]),
      benchmarks: [
        "internet_use": Atlas.Benchmark(value: 38.46, period: "2020", source: "survey")
      ],
      sources: [
        Source(
          id: "survey", title: "Household Survey", publisher: "Statistics Office", year: "2023",
          location: "table 1", licence: "CC BY 4.0")
      ], indexes: [index], maps: maps, asOf: "2026-11-22")
  }

  static let maps = [
    MapDefinition(id: "internet_use", subject: .indicator("internet_use"), classCount: 3),
    MapDefinition(id: "divide", subject: .index("divide"), classCount: 2),
    MapDefinition(id: "divide-hotspots", subject: .hotspots("divide")),
  ]

  /// A different cluster in almost every area; two are severe, one of them hot.
  static let index: Atlas.Index = {
    let clusters: [Cluster] = [
      .none, .cold, .possiblyCold, .none, .hot, .possiblyHot, .hot, .notTestable, .notTestable,
    ]
    let scores: [Double?] = [20, 10, 15, 40, 70, 60, 95, 80, nil]
    return Atlas.Index(
      id: "divide", title: LocalizedText(["en": "Divide", "km": "គម្លាត"]),
      scores: scores.indices.map { area in
        guard let score = scores[area] else {
          return AreaScore(coverage: 0.25, reason: "a quarter of the weight has values")
        }
        return AreaScore(
          score: score, rank: 1 + scores.count { ($0 ?? 0) > score }, rankInterval: 1...3,
          isSevere: score >= 80, coverage: 1,
          drivers: [AreaScore.Driver(indicator: "internet_use", points: score)])
      },
      hotspots: clusters.map {
        LocalResult(
          z: $0 == .hot ? 2.5 : -0.5, p: $0 == .hot ? 0.00005 : 0.4,
          pAdjusted: $0 == .notTestable ? nil : 0.04, pMin: 0.0217, method: "exact",
          neighbors: 3, cluster: $0,
          reason: $0 == .notTestable ? "one neighbour is too few to test" : nil)
      },
      notScored: [
        IndexResult.NotScored(
          pillar: "engagement", isWholePillar: true,
          indicators: [IndexResult.NotScored.Count(indicator: "internet_use", areas: 2)],
          areaCount: 9, minimumShare: 0.6)
      ], pillarTitles: ["engagement": LocalizedText(["en": "Engagement", "km": "ការចូលរួម"])],
      worstShare: 0.2, level: 0.05)
  }()

  /// The lattice is flat already: kilometres on the ground.
  static func projected(_ atlas: Atlas) -> ProjectedAtlas {
    ProjectedAtlas(areas: atlas.layer.areas.map(\.polygons), water: atlas.water)
  }

  private static func square(_ x: Double, _ y: Double, side: Double) -> Polygon {
    Polygon(
      exterior: Ring([
        Coordinate(x, y), Coordinate(x + side, y), Coordinate(x + side, y + side),
        Coordinate(x, y + side), Coordinate(x, y),
      ]))
  }
}
