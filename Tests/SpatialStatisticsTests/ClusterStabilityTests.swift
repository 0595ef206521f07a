import Diagnostics
import SpatialStatistics
import Testing

struct ClusterStabilityTests {
  private func stability() throws -> ClusterStability {
    let oracle = try Oracle.cambodia()
    return ClusterStability(
      values: [
        .init("chosen weights", oracle.scores), .init("equal weights", oracle.scores_equal_weights),
      ],
      neighbors: [
        .init("shared boundary") { oracle.weights(oracle.rook) },
        .init("any touch") { oracle.weights(oracle.queen) },
        .init("30 nearest") {
          throw Problem(
            "'30' nearest neighbours are asked for, but an area has only 24 others",
            remedy: "ask for fewer")
        },
      ], levels: [0.05, 0.01])
  }

  @Test("The north-east survives the correction with the chosen weights and not with equal ones.")
  func survival() throws {
    let report = try stability().report()
    let codes = try Oracle.cambodia().codes
    #expect(report.survival.map(\.values) == ["chosen weights", "equal weights"])
    #expect(
      report.survival.map { $0.before.map { codes[$0] } } == [
        ["11", "16", "19"], ["11", "16", "19"],
      ])
    #expect(report.survival.map { $0.after.map { codes[$0] } } == [["11", "19"], []])
  }

  @Test("Each combination finds what Gi* finds with its choices, and shares count them.")
  func combinations() throws {
    let oracle = try Oracle.cambodia()
    let report = try stability().report()
    let run = report.alternatives.filter { $0.refusal == nil }
    #expect(run.count == 16)
    for alternative in run {
      let results = try GetisOrd.star.results(
        for: alternative.values == "chosen weights" ? oracle.scores : oracle.scores_equal_weights,
        weights: oracle.weights(
          alternative.neighbors == "shared boundary" ? oracle.rook : oracle.queen),
        inference: Inference(level: alternative.level))
      let hot = results.indices.filter {
        results[$0].cluster == .hot
          || !alternative.isCorrected && results[$0].cluster == .possiblyHot
      }
      #expect(alternative.hot == hot)
      #expect(alternative.testable == results.count(where: \.isTestable))
    }
    for area in oracle.codes.indices {
      #expect(report.hot[area] == Double(run.count { $0.hot.contains(area) }) / 16)
      #expect(report.cold[area] == Double(run.count { $0.cold.contains(area) }) / 16)
    }
  }

  @Test("Neighbours that cannot be made are refused with the reason, and count for nothing.")
  func refused() throws {
    let report = try stability().report()
    let refused = report.alternatives.filter { $0.refusal != nil }
    #expect(refused.map(\.neighbors) == ["30 nearest"])
    #expect(
      refused.first?.refusal == "'30' nearest neighbours are asked for, but an area has only 24 "
        + "others; ask for fewer")
    var alone = try stability()
    alone.neighbors.removeFirst(2)
    #expect(
      throws: Problem(
        "the stability of clusters has no alternative to run: '30' nearest neighbours are asked "
          + "for, but an area has only 24 others; ask for fewer",
        remedy: "declare at least one rule for neighbours and one correction")
    ) { try alone.report() }
  }

  @Test("Headlines name areas from the declared share on, never those that are nowhere hot.")
  func headlines() throws {
    var stability = try stability()
    for share in [0, 0.25, 0.5, 1] {
      stability.headlineShare = share
      let report = try stability.report()
      #expect(
        report.headlineAreas
          == report.hot.indices.filter { report.hot[$0] > 0 && report.hot[$0] >= share })
    }
    #expect(try stability.report().headlineAreas.isEmpty)
  }

  @Test("A level outside 0 to 1 is refused.")
  func uselessLevel() throws {
    var stability = try stability()
    stability.levels = [0.05, 1.5]
    #expect(
      throws: Problem("the level '1.5' does not lie between 0 and 1", remedy: "use 0.05")
    ) { try stability.report() }
  }
}
