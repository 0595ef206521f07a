/// Everything a map or its page says of its own accord. The raw value is the key under which a
/// definition may give its own wording; `{…}` marks what is filled in.
enum Word: String, CaseIterable, Sendable {
  // What an area's figure is worth.
  case ok, estimated, preliminary, rounded, stale, unreliable
  case noData = "no data"
  case suppressed
  case notApplicable = "not applicable"
  case notScored = "not scored"

  // Clusters and severity.
  case hot
  case possiblyHot = "possibly hot"
  case cold
  case possiblyCold = "possibly cold"
  case noCluster = "no cluster"
  case notTestable = "not testable"
  case severe, hotspot

  // The same where there is room to explain them.
  case suppressedExplained, notTestableExplained
  case severeExplained, severeInScenarios, hotExplained, possiblyHotExplained, coldExplained,
    possiblyColdExplained

  // Legend.
  case legend, range, over, upTo, alsoShown, water, classTitle, kilometres, metres
  case staleBadge, staleFigures

  // Headlines and subtitles.
  case lowest, highest, worst, valued, spread, same, measured, indexMeasure, clusterMeasure
  case noHotspot, oneHotspot, oneUnnamedHotspot, hotspots, namedHotspots, allHotspots

  // Kinds of maps.
  case evidence, figuresOf, evidenceFinding, sameEvidence, halfAged, unsure, gaps
  case unsureExplained, unsureFigures, oldExplained, evidenceMeasure, ages
  case figuresKnown, lessSure, withInterval, medianAge, oldestYear, newestYear, figuresMissing
  case bivariateMeasure, worseCorner, higherCorner
  case bothWorst, bothHighest, bothNowhere, bothClasses
  case symbolsOf, coloredSymbolsOf, circleSize, worstClassHolds, unclassedSize, noSize
  case multiplesMeasure, worstInMost, values
  case tilesOf, tilesNote, cartogramOf, cartogramNote

  // Sentences.
  case countOfAreas, mapOf, extremes, oneValue, missing, unreliableValues, clusterCount, and, list

  // What the correction for multiple tests leaves, with which weights, where.
  case survivesWith, survivesOnlyWith, survivesNot, survivesElse
  case chosenWeights = "chosen weights"
  case explicitWeights = "explicit weights"
  case equalWeights = "equal weights"
  case principalWeights = "PCA weights"
  case north, northEast, east, southEast, south, southWest, west, northWest, middle

  // Notes and credits.
  case national, coverage, statusCount, lastRead
  case source, sources, terms, boundaries, context, asOf, credit, projection, full

  // What an index leaves out.
  case pillarNotScored, figuresNotScored, figureCount

  // What changed since the last release.
  case changes, changedAreas, sinceLastRelease
  case hotspotGained, hotspotLost, redrawn, revised, moved, unchanged

  // Table and page.
  case area, code, value, trend, interval, sampleSize, classNumber, status, reason, yes, no
  case score, scored, rank, coverageShare, drivers, points
  case zScore, pValue, pAdjusted, pFloor, neighbors, cluster, isHotspot
  case classesBy, files, embed, allMaps, tableOf, hotspotsOf, otherLanguage

  /// The word with its explanation where it has one.
  var explained: Word {
    switch self {
    case .suppressed: .suppressedExplained
    case .notTestable: .notTestableExplained
    default: self
    }
  }
}
