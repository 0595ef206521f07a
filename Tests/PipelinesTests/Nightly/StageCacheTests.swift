import Foundation
import Publishing
import SpatialStatistics
import Testing

@testable import Pipelines

private func cache(in folder: URL, key: String? = "key", _ worthwhile: Duration = .zero)
  -> StageCache
{
  StageCache(
    in: ReleaseFolder(output: folder, pipeline: "country"), key: key, worthwhile: worthwhile)
}

@Test(
  "A long stage is done once for what it depends on; a short one, or one without key, each time.")
func keepsStages() throws {
  try withTemporaryFolder { folder in
    var count = 0
    func work() -> [Double?] {
      count += 1
      return [0.1, nil, -0.0, 1 / 3, .leastNonzeroMagnitude]
    }
    let value = cache(in: folder).value("scores", work)
    let again = cache(in: folder).value("scores", work)
    #expect(count == 1)
    #expect(zip(value, again).allSatisfy { $0?.bitPattern == $1?.bitPattern })
    _ = cache(in: folder, key: "other").value("scores", work)
    _ = cache(in: folder).value("scores", work)
    #expect(count == 3)
    _ = cache(in: folder, key: nil).value("scores", work)
    _ = cache(in: folder, key: "short", .seconds(60)).value("scores", work)
    _ = cache(in: folder, key: "short", .seconds(60)).value("scores", work)
    #expect(count == 6)
    #expect(tree(folder).count { $0.contains("scores-") } == 1)
  }
}

@Test(
  "A kept result that is not what was written is made anew.",
  arguments: ["", "cut", "edited", "another type"])
func rebuildsStages(damage: String) throws {
  try withTemporaryFolder { folder in
    _ = cache(in: folder).value("scores") { damage == "another type" ? ["a"] : ["1", "2"] }
    let stages = ReleaseFolder(output: folder, pipeline: "country").cache.appending(path: "stages")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: stages.path).first)
    let file = stages.appending(path: name)
    let text = try text(file)
    let damaged =
      switch damage {
      case "": ""
      case "cut": String(text.dropLast())
      case "edited": text.replacing("\"1\"", with: "\"3\"")
      default: text
      }
    try damaged.write(to: file, atomically: false, encoding: .utf8)
    let rebuilt: [Int] = cache(in: folder).value("scores") { [1, 2] }
    #expect(rebuilt == [1, 2])
  }
}

@Test("What only says how things look is no part of what stages depend on.")
func withoutLooks() {
  func key(_ text: String) -> String { Provenance.withoutLooks(text) }
  let definition = """
    title: One
    maps:
      # colours
      palette: Blues

      divide: {palette: Reds}
    indexes:
      divide: {level: 0.05}
    """
  #expect(key(definition) == "indexes:\n  divide: {level: 0.05}\n")
  #expect(key(definition) == key(definition.replacing("Blues", with: "YlOrBr")))
  #expect(key(definition) != key(definition.replacing("0.05", with: "0.1")))
  let anchored = definition.replacing("Blues", with: "&one Blues")
  #expect(key(anchored) == anchored)
}

@Test("Kept statistics are to the last digit those that were found.")
func keepsStatistics() throws {
  try withTemporaryFolder { folder in
    let scores: [Double?] = [0.1, 0.7, nil, 1 / 3, 0.9]
    let weights = SpatialWeights(areaCount: 5, pairs: (0..<4).map { ($0, $0 + 1) })
    let results = try GetisOrd.star.results(for: scores, weights: weights, inference: Inference())
    let found = IndexStatistics(
      clusters: results, local: [LocalStatistic("Gi", of: "divide_score", results: results)],
      moran: try GlobalMoran.randomization.result(
        for: scores, weights: weights, inference: Inference()),
      globalG: GlobalResult(areas: 4, without: "a score is negative"),
      joins: [
        FactJoins(
          "severe",
          JoinCounts(
            of: scores.map { $0.map { $0 > 0.5 } }, weights: weights, inference: Inference()))
      ])
    var count = 0
    func work() -> IndexStatistics {
      count += 1
      return found
    }
    _ = cache(in: folder).value("divide-statistics", work)
    #expect(cache(in: folder).value("divide-statistics", work) == found)
    #expect(count == 1)
  }
}
