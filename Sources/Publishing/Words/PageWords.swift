/// What the start page says in its own words.
struct PageWords: Sendable {
  /// The language of these words.
  var language: String
  var languages: String
  var maps: String
  var map: String
  var table: String
  var hotspots: String
  var noHotspots: String
  var area: String
  var score: String
  var rank: String
  var why: String
  var files: String
  var file: String
  var holds: String
  var known: String
  var indicator: String
  var unit: String
  var period: String
  var areasWithValue: String
  var notScored: String
  var weights: String
  var weight: String
  var method: String
  var hotspotRule: String
  var weakTest: String
  var gapRule: String
  var warnings: String
  var noWarnings: String
  var sources: String
  var source: String
  var publisher: String
  var terms: String
  var boundaries: String
  var asOf: String
  /// What each published file holds, by path.
  var fileNotes: [String: String]

  /// The words of a language; English where there are none yet.
  static func words(in language: String) -> PageWords {
    language == khmer.language ? khmer : english
  }
}
