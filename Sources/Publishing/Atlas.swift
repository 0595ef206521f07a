public import CompositeIndex
public import Diagnostics
public import Geography
public import Indicators
public import SpatialStatistics

/// The one value that everything published is drawn from.
///
/// Every array with one entry an area is in the order of `layer.areas`.
public struct Atlas: Sendable {
  /// An index with what it was made of, and the hotspots on it.
  public struct Index: Sendable {
    /// Name in files: `divide`.
    public var id: String
    /// What it is called, by language.
    public var title: LocalizedText
    /// One score an area.
    public var scores: [AreaScore]
    /// One result an area of the local statistic on the score; nil where none was asked for.
    public var hotspots: [LocalResult]?
    /// Who neighbours whom in that statistic, and how much; nil where it is not known.
    public var neighborWeights: SpatialWeights?
    /// Share of uncertainty scenarios, 0–1, in which the area is a divide hotspot: one entry an
    /// area, nil where it was not found; nil as a whole where nothing of the kind was computed.
    public var hotspotStability: [Double?]?
    /// The indicators that are scored, with their shares.
    public var weights: [IndexResult.Weight]
    /// What is not scored, because too few areas have it.
    public var notScored: [IndexResult.NotScored]
    /// What the pillars are called, by pillar id and language.
    public var pillarTitles: [String: LocalizedText]
    /// Share of the scored areas that count as severe, 0–1; nil where it is not known.
    public var worstShare: Double?
    /// Level of the test for clusters; nil where none was made.
    public var level: Double?
    /// Why the weights are what they are; nil where the definition does not say.
    public var reason: String?
    /// How the ranks' uncertainty was found; nil where it was not asked for.
    public var uncertainty: UncertaintyReport?
    /// Which clusters stay when the choices behind them change; nil where none were declared.
    public var stability: StabilityReport?
    /// How many people live in hotspots; nil where people are not known.
    public var people: PeopleInHotspots?
    /// How unevenly the score is spread over people, ordered by itself; nil where people are not
    /// known or a score is negative.
    public var concentration: Concentration?
    /// Moran's I of the score with the neighbours of the hotspots; nil where none were asked for.
    public var moran: GlobalResult?
    /// Share of the scenarios, 0–1, in which an area must be among the worst to be severe; nil
    /// where no scenarios were run.
    public var severeShare: Double?
    /// Getis and Ord's G of the score, likewise; nil where it was not asked for.
    public var globalG: GlobalResult?
    /// How often neighbours are of the same class of hotspots; empty where it was not asked for.
    public var joinCounts: [FactJoins] = []
    /// The rule that made `neighborWeights`; nil where it is not known.
    public var neighborRule: NeighborRule?
    /// Indicators of which values were changed before they were scored, with every changed cell.
    public var treated: [TreatedIndicator] = []
    /// Local statistics beside Gi\*, with the same neighbours, in the order of the definition.
    public var localStatistics: [LocalStatistic] = []

    /// An index.
    public init(
      id: String, title: LocalizedText, scores: [AreaScore], hotspots: [LocalResult]? = nil,
      neighborWeights: SpatialWeights? = nil, hotspotStability: [Double?]? = nil,
      weights: [IndexResult.Weight] = [],
      notScored: [IndexResult.NotScored] = [], pillarTitles: [String: LocalizedText] = [:],
      worstShare: Double? = nil, level: Double? = nil, reason: String? = nil,
      uncertainty: UncertaintyReport? = nil, stability: StabilityReport? = nil,
      people: PeopleInHotspots? = nil, concentration: Concentration? = nil,
      moran: GlobalResult? = nil
    ) {
      self.id = id
      self.title = title
      self.scores = scores
      self.hotspots = hotspots
      self.neighborWeights = neighborWeights
      self.hotspotStability = hotspotStability
      self.weights = weights
      self.notScored = notScored
      self.pillarTitles = pillarTitles
      self.worstShare = worstShare
      self.level = level
      self.reason = reason
      self.uncertainty = uncertainty
      self.stability = stability
      self.people = people
      self.concentration = concentration
      self.moran = moran
    }

    /// Whether the area is a divide hotspot: severe, or in a hot cluster.
    public func isHotspot(_ area: Int) -> Bool {
      scores[area].isSevere || hotspots?[area].cluster == .hot
    }

    /// The hotspots that headlines may name, in layer order: those whose clusters are stable
    /// enough, or all where stability was not asked for.
    public var headlineHotspots: [Int] {
      let hotspots = scores.indices.filter(isHotspot)
      guard let stability else { return hotspots }
      return hotspots.filter(Set(stability.headlineAreas).contains)
    }
  }

  /// The boundaries' origin as it must be printed.
  public struct Boundaries: Sendable, Hashable {
    /// The file as the definition names it.
    public var file: String
    /// Credit line, e.g. `© OpenStreetMap contributors`.
    public var attribution: String
    /// Licence, e.g. `ODbL-1.0`.
    public var licence: String
    /// What one area is called, by language: `province`.
    public var areaWord: LocalizedText
    /// What several are called, by language: `provinces`.
    public var areasWord: LocalizedText

    /// Origin and words of a boundary layer.
    public init(
      file: String, attribution: String, licence: String, areaWord: LocalizedText,
      areasWord: LocalizedText
    ) {
      self.file = file
      self.attribution = attribution
      self.licence = licence
      self.areaWord = areaWord
      self.areasWord = areasWord
    }
  }

  /// A national figure printed beside an indicator's map.
  public struct Benchmark: Sendable, Hashable {
    /// The figure, in the indicator's unit.
    public var value: Double
    /// Its period, as printed.
    public var period: String
    /// Identifier of its source.
    public var source: String

    /// A national figure.
    public init(value: Double, period: String, source: String) {
      self.value = value
      self.period = period
      self.source = source
    }
  }

  /// The definition's file stem: `cambodia`.
  public var pipeline: String
  /// Title of the atlas, by language.
  public var title: LocalizedText
  /// Languages to publish in, the first one leading.
  public var languages: [String]
  /// The areas.
  public var layer: AreaLayer
  /// Origin of the areas.
  public var boundaries: Boundaries
  /// Which areas touch.
  public var contiguity: Contiguity
  /// Water drawn over the areas, WGS 84.
  public var water: [Polygon]
  /// Neighbouring land drawn faintly for context, WGS 84.
  public var surroundings: [Polygon]
  /// Credit lines of water and surroundings.
  public var contextAttribution: String?
  /// The indicators and their values.
  public var matrix: IndicatorMatrix
  /// National figures by indicator id.
  public var benchmarks: [String: Benchmark]
  /// Every source that something published refers to, in order of first use.
  public var sources: [Source]
  /// The indexes, in the order of the definition.
  public var indexes: [Index]
  /// The maps to draw.
  public var maps: [MapDefinition]
  /// What the run has to say that is no failure.
  public var warnings: [Problem]
  /// What the checks of the definition found, in its order.
  public var checks: [CheckResult]
  /// How values came about that were other ones in earlier releases: by property of the areas'
  /// table (`divide_score`), one entry an area, nil where nothing is known of the past.
  public var trends: [String: [Trend?]] = [:]
  /// `as of` date printed on maps, ISO 8601; nil leaves it out.
  public var asOf: String?

  /// An atlas of all its parts.
  public init(
    pipeline: String, title: LocalizedText, languages: [String], layer: AreaLayer,
    boundaries: Boundaries, contiguity: Contiguity, water: [Polygon] = [],
    surroundings: [Polygon] = [], contextAttribution: String? = nil, matrix: IndicatorMatrix,
    benchmarks: [String: Benchmark] = [:], sources: [Source] = [], indexes: [Index] = [],
    maps: [MapDefinition] = [], warnings: [Problem] = [], checks: [CheckResult] = [],
    asOf: String? = nil
  ) {
    self.pipeline = pipeline
    self.title = title
    self.languages = languages
    self.layer = layer
    self.boundaries = boundaries
    self.contiguity = contiguity
    self.water = water
    self.surroundings = surroundings
    self.contextAttribution = contextAttribution
    self.matrix = matrix
    self.benchmarks = benchmarks
    self.sources = sources
    self.indexes = indexes
    self.maps = maps
    self.warnings = warnings
    self.checks = checks
    self.asOf = asOf
  }
}
