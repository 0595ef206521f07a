import Diagnostics
import Indicators
import Publishing

extension PipelineDefinition {
  /// Languages without words of their own, or without names of the areas.
  var languageWarnings: [Problem] {
    let named = boundaries.names.map(\.language)
    return languages.flatMap { language -> [Problem] in
      var warnings: [Problem] = []
      if !Atlas.languagesWithWords.contains(language) {
        warnings.append(
          Problem(
            "maps and pages in '\(language)' have English words around your titles and names",
            at: file.place))
      }
      if !named.isEmpty, !named.contains(language) {
        warnings.append(
          Problem(
            "the areas have no names in '\(language)'; those in '\(named[0])' are printed",
            at: boundaries.key.place, remedy: "add a column for it under 'names'"))
      }
      return warnings
    }
  }

  /// Rows whose source nobody declares, one warning a source and table.
  func sourceWarnings(_ matrix: IndicatorMatrix, known: [Source]) -> [Problem] {
    let known = Set(known.map(\.id))
    var seen: Set<[String]> = []
    return matrix.columns.flatMap(\.cells).compactMap { cell in
      guard let source = cell.source, !known.contains(source), let place = cell.place,
        seen.insert([source, place.file]).inserted
      else { return nil }
      let near = source.nearest(in: known.sorted(), limit: 1).first
      return Problem(
        "the source '\(source)' is not declared", at: place,
        remedy: (near.map { "did you mean '\($0)'? " } ?? "")
          + "add it under 'sources', or correct the table")
    }
  }
}
