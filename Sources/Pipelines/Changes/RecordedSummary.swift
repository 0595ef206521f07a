/// What `summary.json` of a release says, as far as the comparison asks.
struct RecordedSummary: Decodable {
  struct Figure: Decodable {
    var id: String
    var title: String
    var unit: String?
    var period: String?
    var sources: [String]?
    var worse: String?
    /// The last day on which its source could be read; nil where that was the release's own.
    var lastRead: String?
    /// Why its source failed; nil where it did not.
    var failure: String?
    /// Paths of the files that its figures were read from; nil where it was not recorded.
    var files: [String]?
    /// Paths of the files of the crosswalk that moved them.
    var crosswalkFiles: [String]?
    var areasWithValue: Int?
  }

  struct Counts: Decodable {
    var areas: Int
  }

  struct Index: Decodable {
    struct Area: Decodable {
      var areaCode: String
    }

    var id: String
    var title: String
    var weights: [String: Double]?
    var level: Double?
    var worstShare: Double?
    var severe: [Area]
    var hotspots: [Area]?
  }

  struct Map: Decodable {
    var id: String
    var property: String
    var upperBounds: [Double]
  }

  struct Warning: Decodable {
    var `where`: String?
    var what: String
    var remedy: String?
  }

  var asOf: String?
  var languages: [String]?
  var counts: Counts?
  var indicators: [Figure]
  var indexes: [Index]
  var maps: [Map]?
  var warnings: [Warning]?
}
