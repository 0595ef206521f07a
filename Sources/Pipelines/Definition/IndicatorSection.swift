import Diagnostics
import Geography
import Indicators

/// One entry of the `indicators:` section: a figure, where it is found and how it is judged.
struct IndicatorSection {
  var definition: IndicatorDefinition
  /// Where its table is named.
  var table: Placed<String>
  /// Where its sources are named.
  var sources: [Placed<String>]
  /// What happens when its figures cannot be read.
  var onFailure: FailureRule
  /// Whether something is wrong with the entry itself; a rule for small numbers may be lost in it.
  var isFaulty = false

  init?(_ id: Placed<String>, _ section: Section) {
    defer { section.finish() }
    onFailure = FailureRule(section)
    table = section.placedText("table", required: true) ?? Placed("", at: section.place)
    sources = section.list("source") ?? []
    if sources.isEmpty { section.reportMissing("source") }
    let worse = section.choice("worse", of: ["low", "high", "neither"])
    if worse == nil, !section.has("worse") {
      section.reportMissing("worse", remedy: "add 'worse: low', 'worse: high' or 'worse: neither'")
    }
    let indicator = Indicator(
      id: id.value,
      title: section.localized("title", required: true) ?? LocalizedText(),
      unit: section.localized("unit", required: true) ?? LocalizedText(),
      period: section.text("period", required: true) ?? "",
      sources: sources.map(\.value),
      direction: worse.flatMap(Indicator.Direction.init(rawValue:)) ?? .none,
      decimals: section.integer("decimals", in: 0...9) ?? 1,
      hasError: section.flag("error_columns") ?? false)
    definition = IndicatorDefinition(indicator, table: table.value, place: id.place)
    definition.name = section.text("name")
    definition.valueColumn = section.text("column")
    definition.standardErrorColumn = section.text("standard_error_column")
    definition.sampleSizeColumn = section.text("sample_size_column")
    definition.flagColumn = section.text("flag_column")
    definition.unitInTable = section.text("unit_in_table")
    definition.range = section.range("range")
    definition.checksScale = section.flag("check_scale") ?? true
    definition.measure = section.word("measure", IndicatorDefinition.Measure.self)
    definition.aggregation = section.word("aggregate", IndicatorDefinition.Aggregation.self)
    definition.minimumMatchedAreas = section.integer("minimum_matched_areas", in: 0...Int.max)
    definition.survey = SurveyRule(section.section("survey"))
    definition.suppression = SuppressionRule(section)
    definition.suppressedWith = (section.list("suppress_with") ?? []).map(\.value)
  }
}

extension SurveyRule {
  init(_ section: Section?) {
    self.init()
    guard let section else { return }
    let positive = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude
    designEffect = section.number("design_effect", in: positive)
    maximumCoefficientOfVariation = section.number(
      "maximum_cv", in: Double.leastNonzeroMagnitude...1)
    maximumHalfWidth = section.number("maximum_half_width", in: positive)
    excludesUnreliable = section.flag("exclude_unreliable") ?? false
    section.finish()
  }
}

extension SuppressionRule {
  init?(_ section: Section) {
    let basis = section.word("suppress_by", SuppressionRule.Basis.self) ?? .sampleSize
    guard let below = section.number("suppress_below", in: 1...1e9) else { return nil }
    self.init(below: below, basis: basis)
  }
}

extension Section {
  /// One of the words of an enumeration.
  func word<Word: CaseIterable & RawRepresentable<String>>(_ key: String, _: Word.Type) -> Word? {
    choice(key, of: Word.allCases.map(\.rawValue)).flatMap(Word.init(rawValue:))
  }

  /// `[low, high]`, where `null` leaves an end open.
  func range(_ key: String) -> ValueRange {
    guard let ends = list(key) else { return ValueRange() }
    let open = ["null", "~", ""]
    let numbers = ends.map { open.contains($0.value) ? nil : Double($0.value) }
    let isReadable = zip(ends, numbers).allSatisfy {
      open.contains($0.value) || $1?.isFinite == true
    }
    guard ends.count == 2, isReadable, numbers[0] ?? -.infinity < numbers[1] ?? .infinity else {
      log.add(
        "'\(shown(key))' must be the smallest and the largest possible value", at: place(of: key),
        remedy: "write [0, 100], or [0, null] where there is no largest")
      return ValueRange()
    }
    return ValueRange(minimum: numbers[0], maximum: numbers[1])
  }
}
