internal import CompositeIndex
internal import Geography

/// An index's columns: `<id>_score`, `_score_low`, `_score_high`, `_rank`, `_rank_low`, `_rank_high`, `_coverage`, `_drivers`
/// and `_severity_share`.
func indexFields(of index: Atlas.Index) -> [AtlasField] {
  func field(
    _ suffix: String, _ word: LocalizedText, unit: LocalizedText? = nil, _ description: String,
    _ constraints: AtlasField.Constraints = .init(), _ values: AtlasField.Values
  ) -> AtlasField {
    AtlasField(
      name: "\(index.id)_\(suffix)", title: index.title.noting(word), unit: unit,
      description: description, constraints: constraints, values: values)
  }
  let rank = AtlasField.Constraints(minimum: 1)
  let share = AtlasField.Constraints(minimum: 0, maximum: 1)
  return [
    field(
      "score", FieldWords.score, unit: FieldWords.points,
      "From 0 (no divide among these areas) to 100 (worst on everything). "
        + "Null where too little is known.",
      .init(minimum: 0, maximum: 100), .real(index.scores.map(\.score))),
    field(
      "score_low", FieldWords.scoreLow, unit: FieldWords.points,
      "5 % point of the score over the uncertainty scenarios. Null where none were run.", .init(),
      .real(index.scores.map { $0.scoreInterval?.lowerBound })),
    field(
      "score_high", FieldWords.scoreHigh, unit: FieldWords.points,
      "95 % point of the score over the uncertainty scenarios. Null where none were run.", .init(),
      .real(index.scores.map { $0.scoreInterval?.upperBound })),
    field(
      "rank", FieldWords.rank,
      "1 = worst divide; equal scores share a rank. Null where there is no score.", rank,
      .integer(index.scores.map(\.rank))),
    field(
      "rank_low", FieldWords.rankLow,
      "5 % point of the rank over the uncertainty scenarios. Null where none were run.", rank,
      .integer(index.scores.map { $0.rankInterval?.lowerBound })),
    field(
      "rank_high", FieldWords.rankHigh,
      "95 % point of the rank over the uncertainty scenarios. Null where none were run.", rank,
      .integer(index.scores.map { $0.rankInterval?.upperBound })),
    field(
      "coverage", FieldWords.coverage, unit: FieldWords.share,
      "Share of the index's indicators, by weight, that have a usable value here.",
      .init(isRequired: true, minimum: 0, maximum: 1), .real(index.scores.map(\.coverage))),
    field(
      "drivers", FieldWords.drivers, unit: FieldWords.points,
      "Each indicator's part of the score, largest first; the parts add up to the score. "
        + "Null where there is no score.",
      .init(), .drivers(index.scores.map { $0.score == nil ? nil : $0.drivers })),
    field(
      "severity_share", FieldWords.severityShare, unit: FieldWords.share,
      "Share of the uncertainty scenarios in which the area is among the worst. "
        + "Null where none were run.",
      share, .real(index.scores.map(\.severityShare))),
  ]
}
