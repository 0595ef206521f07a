import CompositeIndex
import Diagnostics
import Geography
import Indicators
import Publishing
import SpatialStatistics

/// A 2 × 3 lattice of unit squares with everything that is awkward to publish: Khmer names,
/// quotes, line ends and markup in names, codes with zeros, gaps, an unreliable value, a column of
/// whole numbers, a column without any value, an area of two pieces, a hole.
enum SampleAtlas {
  static let atlas = Atlas(
    pipeline: "lattice",
    title: LocalizedText(["en": "A lattice & more", "km": "បណ្តាញ"]),
    languages: ["en", "km"],
    layer: layer,
    boundaries: .init(
      file: "geodata/lattice.geojson", attribution: "© Lattice contributors",
      licence: "ODbL-1.0", areaWord: LocalizedText(["en": "square", "km": "ការ៉េ"]),
      areasWord: LocalizedText(["en": "squares", "km": "ការ៉េ"])),
    contiguity: contiguity, matrix: matrix, sources: sources, indexes: [index],
    maps: [
      MapDefinition(id: "divide", subject: .index("divide")),
      MapDefinition(id: "divide-hotspots", subject: .hotspots("divide")),
      MapDefinition(
        id: "internet", subject: .indicator("internet"),
        title: LocalizedText(["en": "Who is <online>?", "km": "អ្នកណាប្រើអ៊ីនធឺណិត?"])),
    ],
    warnings: [
      Problem(
        "no row for area '03'", at: Place(file: "tables/internet.csv"),
        remedy: "add a row or accept the gap")
    ],
    asOf: "2026-11-22")

  static let names: [LocalizedText] = [
    LocalizedText(["en": "North \"West\"", "km": "ខាងជើង"]),
    LocalizedText(["en": "North\nMiddle", "km": "កណ្តាល"]),
    LocalizedText(["en": "<script>alert(1)</script>", "km": "ខាងលិច"]),
    LocalizedText(["en": "=HYPERLINK(\"x\")", "km": "ត្បូង"]),
    LocalizedText(["en": "South, Middle"]),
    LocalizedText(["en": "2019-03-03", "km": "ភ្នំពេញ"]),
  ]

  /// Codes `01` to `06`, three in the upper row, three in the lower.
  static let layer = AreaLayer(
    names.enumerated().map { order, name in
      let x = 100 + Double(order % 3)
      let y = order < 3 ? 12.0 : 11.0
      var pieces = [Polygon(exterior: square(x, y, 1))]
      if order == 0 { pieces[0].holes = [square(x + 0.25, y + 0.25, 0.5).reversed] }
      if order == 5 { pieces.append(Polygon(exterior: square(104.1234567891, 11, 0.5))) }
      return Area(code: "0\(order + 1)", name: name, polygons: pieces)
    })

  static func square(_ x: Double, _ y: Double, _ side: Double) -> Ring {
    Ring([
      [x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y],
    ])
  }

  static let contiguity = Contiguity(
    areaCount: 6,
    pairs: [
      .init(first: 0, second: 1, sharedLength: 110_612.5),
      .init(first: 1, second: 2, sharedLength: 110_612.5),
      .init(first: 0, second: 3, sharedLength: 108_903),
      .init(first: 0, second: 4, sharedLength: 0),
      .init(first: 2, second: 5, sharedLength: 0, isNearMiss: true),
    ], tolerance: 1)

  static let matrix = IndicatorMatrix(
    areaCodes: layer.codes,
    columns: [
      column(
        "internet", "Internet use", "អ៊ីនធឺណិត", .lowIsWorse,
        [
          IndicatorValue(value: 27.064, standardError: 2, interval: 23.144...30.984),
          IndicatorValue(value: 0, interval: 0...1.5),
          .missing(reason: "no row for area '03'"),
          IndicatorValue(value: 12.5, status: .unreliable, reason: "few, say \"the\" authors"),
          .missing(.suppressed, reason: "fewer than 25 respondents"),
          IndicatorValue(value: 1.0 / 3.0, status: .stale),
        ], hasError: true),
      column(
        "population", "Population", "ប្រជាជន", .none,
        [1, 22, 333, 4444, 55_555, 2_281_951].map { IndicatorValue(value: $0) }),
      column(
        "turnout", "Turnout", "អត្រាបោះឆ្នោត", .lowIsWorse,
        layer.codes.map { _ in .missing(reason: "not published") }),
    ])

  static func column(
    _ id: String, _ english: String, _ khmer: String, _ direction: Indicator.Direction,
    _ cells: [IndicatorValue], hasError: Bool = false
  ) -> IndicatorMatrix.Column {
    .init(
      indicator: Indicator(
        id: id, title: LocalizedText(["en": english, "km": khmer]),
        unit: LocalizedText(["en": "% of people", "km": "% នៃមនុស្ស"]), period: "2021-22",
        sources: ["survey"], direction: direction, hasError: hasError), cells: cells)
  }

  static let sources = [
    Source(
      id: "survey", title: "A \"survey\" <of> squares", publisher: "Bureau & Sons", year: "2024",
      location: "table 5", licence: "figures; terms apply")
  ]

  static let index: Atlas.Index = {
    var index = plainIndex
    index.localStatistics = [
      LocalStatistic(
        "local Moran (n - 1)", of: "divide_score",
        results: [
          LocalResult(
            z: 1.5, p: 0.2, pMin: 0.2, method: "exact", neighbors: 3,
            reason: "no outcome reaches 0.05", pUpper: 0.1, pLower: 1, pError: 0, statistic: 0.5,
            quadrant: .highHigh, outcomes: 10),
          LocalResult(
            z: -2.5, p: 0.01, pAdjusted: 0.03, pMin: 0.001, method: "monte carlo (999 draws)",
            neighbors: 3, cluster: .none, reason: "its value is unlike those of its neighbours",
            pUpper: 1, pLower: 0.005, pError: 0.0045, statistic: -0.75, quadrant: .highLow,
            outcomes: 2000),
        ] + (0..<4).map { _ in LocalResult(reason: "no score") })
    ]
    return index
  }()

  private static let plainIndex = Atlas.Index(
    id: "divide", title: LocalizedText(["en": "Digital divide", "km": "គម្លាតឌីជីថល"]),
    scores: [
      AreaScore(
        score: 88.5, rank: 1, rankInterval: 1...2, severityShare: 0.95, isSevere: true,
        coverage: 1,
        drivers: [
          .init(indicator: "internet", points: 60), .init(indicator: "population", points: 28.5),
        ]),
      AreaScore(
        score: 40, rank: 2, coverage: 0.75, drivers: [.init(indicator: "internet", points: 40)]),
      AreaScore(coverage: 0.25, reason: "coverage 0.25 is below 0.6"),
      AreaScore(
        score: 30, rank: 3, coverage: 1, drivers: [.init(indicator: "internet", points: 30)]),
      AreaScore(
        score: 20, rank: 4, coverage: 1, drivers: [.init(indicator: "internet", points: 20)]),
      AreaScore(score: 0, rank: 5, coverage: 1, drivers: [.init(indicator: "internet", points: 0)]),
    ],
    hotspots: [
      LocalResult(z: 1.5, p: 0.2, pMin: 0.2, neighbors: 3, reason: "no outcome reaches 0.05"),
      LocalResult(z: 2.5, p: 0.01, pAdjusted: 0.03, pMin: 0.001, neighbors: 3, cluster: .hot),
      LocalResult(reason: "no score"),
      LocalResult(z: -1, p: 0.3, pAdjusted: 0.4, pMin: 0.001, neighbors: 2, cluster: .none),
      LocalResult(
        z: -2, p: 0.04, pAdjusted: 0.08, pMin: 0.001, neighbors: 2, cluster: .possiblyCold),
      LocalResult(z: -3, p: 0.001, pAdjusted: 0.004, pMin: 0.001, neighbors: 2, cluster: .cold),
    ],
    neighborWeights: SpatialWeights(
      areaCount: 6, pairs: contiguity.pairs.filter { !$0.isNearMiss }.map { ($0.first, $0.second) }),
    hotspotStability: [0.9, 0.5, nil, 0, 0, 0],
    notScored: [
      IndexResult.NotScored(
        pillar: "engagement", isWholePillar: true,
        indicators: [IndexResult.NotScored.Count(indicator: "turnout", areas: 0)], areaCount: 6,
        minimumShare: 0.6)
    ],
    pillarTitles: ["engagement": LocalizedText(["en": "Engagement", "km": "ការចូលរួម"])])
}
