import Cartography
import CompositeIndex
import SpatialStatistics
import Testing

@testable import Publishing

/// The lattice with clusters before and after the correction, for the chosen and equal weights.
private func lattice(
  before: [[Int]], after: [[Int]], hot: [Int] = [4, 6], share: Double = 0.5
) throws -> Atlas {
  var report = try ClusterStability(
    values: [
      .init("chosen weights", (0..<9).map(Double.init)),
      .init("equal weights", (0..<9).map { Double($0 * $0) }),
    ],
    neighbors: [
      .init("shared boundary") {
        SpatialWeights(areaCount: 9, pairs: [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8)])
      }
    ], headlineShare: share
  ).report()
  for number in report.alternatives.indices {
    let values = report.alternatives[number].values == "chosen weights" ? 0 : 1
    let isCorrected = report.alternatives[number].isCorrected
    report.alternatives[number].hot = (isCorrected ? after : before)[values]
  }
  report.hot = (0..<9).map { hot.contains($0) ? 0.5 : 0 }
  var atlas = LatticeAtlas.atlas()
  atlas.indexes[0].stability = report
  return atlas
}

/// The hotspot map in one language.
private func sheet(_ atlas: Atlas, _ language: String = "en") throws -> MapSheet {
  HotspotMap(
    try #require(atlas.maps.first { $0.id == "divide-hotspots" }), atlas.indexes[0],
    matrix: atlas.matrix
  ).sheet(in: MapContext(atlas: atlas, words: Words(language: language), projectionName: nil))
}

struct SurvivalTests {
  private func sentence(_ before: [[Int]], _ after: [[Int]], _ language: String = "en") throws
    -> String?
  {
    let atlas = try lattice(before: before, after: after)
    return atlas.survival(on: atlas.indexes[0], in: language)
  }

  @Test("A cluster that stands with the chosen weights only is said to, where it lies, by name.")
  func onlyChosen() throws {
    #expect(
      try sentence([[5, 7, 8], [7, 8]], [[7, 8], []])
        == "The cluster in the north-east (Svay Rieng and Koh Kong) survives the correction for "
        + "multiple tests with the chosen weights, and no cluster does with equal weights.")
    let khmer = try #require(try sentence([[7, 8], [7, 8]], [[7, 8], []], "km"))
    #expect(
      khmer.replacing("\u{200B}", with: "")
        == "ចង្កោមនៅភាគឦសាន (ស្វាយរៀង និងកោះកុង) នៅតែមានក្រោយការកែតម្រូវសម្រាប់តេស្តច្រើន "
        + "ដោយប្រើទម្ងន់ដែលបានជ្រើស តែគ្មានចង្កោមណានៅមានទេ បើប្រើទម្ងន់ស្មើគ្នា។")
  }

  @Test("One that stands with all weights, with none, or with others only, is said to likewise.")
  func others() throws {
    #expect(
      try sentence([[4], [4]], [[4], [4]])
        == "The cluster in the middle (Siem Reap) survives the correction for multiple tests "
        + "with the chosen weights and equal weights.")
    #expect(
      try sentence([[4], [4]], [[], []])
        == "With the chosen weights and equal weights no cluster survives the correction for "
        + "multiple tests (before it: Siem Reap).")
    #expect(
      try sentence([[4], [0]], [[], [0]])
        == "With the chosen weights no cluster survives the correction for multiple tests "
        + "(before it: Siem Reap). With equal weights it leaves Kep.")
    #expect(
      try sentence([[0, 1], [0]], [[0, 1], [0]])
        == "The cluster in the south-west (Kep and Pailin) survives the correction for multiple tests "
        + "with the chosen weights. With equal weights it leaves Kep.")
  }

  @Test("Nothing is said where nothing was hot, or nothing compared.")
  func silence() throws {
    #expect(try sentence([[], []], [[], []]) == nil)
    let atlas = LatticeAtlas.atlas()
    #expect(atlas.survival(on: atlas.indexes[0], in: "en") == nil)
  }

  @Test("The sentence stands in the map's notes, on the start page and in the summary.")
  func places() throws {
    let atlas = try lattice(before: [[7, 8], [7, 8]], after: [[7, 8], []])
    for language in ["en", "km"] {
      let sentence = try #require(atlas.survival(on: atlas.indexes[0], in: language))
      #expect(try sheet(atlas, language).notes.contains(sentence))
      let files = try publishedFiles(of: atlas)
      for path in [language == "en" ? "index.html" : "index.km.html", "summary.json"] {
        let file = try #require(files.first { $0.path == path })
        #expect(String(decoding: file.bytes, as: UTF8.self).contains(sentence), "\(path)")
      }
    }
  }

  @Test("A headline names only hotspots whose clusters enough of the alternatives find.")
  func headlines() throws {
    let none = [[Int]](repeating: [], count: 2)
    func headline(_ hot: [Int], _ share: Double) throws -> String {
      try sheet(try lattice(before: none, after: none, hot: hot, share: share)).headline
    }
    #expect(
      try headline([4, 6], 0.5)
        == "Divide: 3 of 9 provinces are hotspots, most firmly Siem Reap and Stung Treng")
    #expect(
      try headline([6], 0.5) == "Divide: 3 of 9 provinces are hotspots, most firmly Stung Treng")
    #expect(try headline([4, 6], 0.6) == "Divide: 3 of 9 provinces are hotspots")
    #expect(
      try headline([4, 6, 7], 0.5)
        == "Divide: 3 of 9 provinces are hotspots, namely Siem Reap, Stung Treng and Svay Rieng")
    // An area that is hot elsewhere, and no hotspot here, is not named.
    #expect(try headline([0], 0.5) == "Divide: 3 of 9 provinces are hotspots")
    var alone = try lattice(before: none, after: none, hot: [6], share: 0.6)
    alone.indexes[0].hotspots?[4].cluster = .none
    alone.indexes[0].scores[7].isSevere = false
    #expect(try sheet(alone).headline == "Divide: one hotspot among 9 provinces")
    alone.indexes[0].stability?.headlineShare = 0.5
    #expect(try sheet(alone).headline == "Divide: one hotspot, Stung Treng")
  }

  @Test("The legend says that severe takes scenarios too, once they were run.")
  func severe() throws {
    var atlas = LatticeAtlas.atlas()
    func severe(_ language: String) throws -> String {
      try #require(try sheet(atlas, language).legend.others.first).text
        .replacing("\u{200B}", with: "")
    }
    #expect(try severe("en") == "Severe: worst 20% of scores")
    atlas.indexes[0].severeShare = 0.8
    #expect(try severe("en") == "Severe: worst 20% of scores, in 80% of scenarios or more")
    #expect(try severe("km") == "ធ្ងន់ធ្ងរ៖ ពិន្ទុអាក្រក់បំផុត 20% ក្នុងសេណារីយ៉ូ 80% ឬលើស")
  }
}
