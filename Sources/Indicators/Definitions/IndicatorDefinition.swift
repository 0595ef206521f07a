public import Diagnostics

/// An indicator and how its figures are found in a table.
public struct IndicatorDefinition: Sendable, Hashable {
  /// What the figures are, which decides how they move between area sets.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// A number of people or things: split by weight, summed.
    case count
    /// A share, mean or ratio: averaged, weighted by population.
    case rate
  }

  /// How several rows of one area become one value.
  public enum Aggregation: String, Sendable, Hashable, CaseIterable {
    /// Arithmetic mean, unweighted.
    case mean
    /// Sum.
    case sum
    /// Smallest value.
    case min
    /// Largest value.
    case max
  }

  /// What is measured, and the period that is read.
  public var indicator: Indicator
  /// Identifier of the table.
  public var table: String
  /// Its name in the column `indicator` of a long table; the identifier where nil.
  public var name: String?
  /// Its column in a wide table; `name` or the identifier where nil.
  public var valueColumn: String?
  /// Its column of standard errors in a wide table.
  public var standardErrorColumn: String?
  /// Its column of sample sizes in a wide table.
  public var sampleSizeColumn: String?
  /// Its column of flags in a wide table.
  public var flagColumn: String?
  /// The unit as the table's column `unit` must spell it; any single one where nil.
  public var unitInTable: String?
  /// Values that are possible.
  public var range: ValueRange
  /// Whether values that all lie within 0–1 where 0–100 is declared are refused.
  public var checksScale: Bool
  /// How it moves between area sets; must be declared for a table with a crosswalk.
  public var measure: Measure?
  /// How several rows of one area become one value; nil refuses them.
  public var aggregation: Aggregation?
  /// How sampling error is computed and judged.
  public var survey: SurveyRule
  /// Which values are withheld because few people stand behind them.
  public var suppression: SuppressionRule?
  /// Identifiers of indicators from which, together with this one, a withheld value of any of
  /// them could be computed: all of them are withheld in the same areas.
  public var suppressedWith: [String]
  /// How many areas must meet a row; nil asks for one.
  public var minimumMatchedAreas: Int?
  /// Where the definition stands.
  public var place: Place?

  /// An indicator of a table; everything else has a default.
  public init(
    _ indicator: Indicator, table: String, name: String? = nil, valueColumn: String? = nil,
    standardErrorColumn: String? = nil, sampleSizeColumn: String? = nil,
    flagColumn: String? = nil, unitInTable: String? = nil, range: ValueRange = ValueRange(),
    checksScale: Bool = true, measure: Measure? = nil, aggregation: Aggregation? = nil,
    survey: SurveyRule = SurveyRule(), suppression: SuppressionRule? = nil,
    suppressedWith: [String] = [], minimumMatchedAreas: Int? = nil, place: Place? = nil
  ) {
    self.indicator = indicator
    self.table = table
    self.name = name
    self.valueColumn = valueColumn
    self.standardErrorColumn = standardErrorColumn
    self.sampleSizeColumn = sampleSizeColumn
    self.flagColumn = flagColumn
    self.unitInTable = unitInTable
    self.range = range
    self.checksScale = checksScale
    self.measure = measure
    self.aggregation = aggregation
    self.survey = survey
    self.suppression = suppression
    self.suppressedWith = suppressedWith
    self.minimumMatchedAreas = minimumMatchedAreas
    self.place = place
  }

  /// What the table calls it.
  var nameInTable: String { name ?? indicator.id }
}
