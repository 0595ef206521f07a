import CompositeIndex
import Foundation
import Testing

/// `Tests/oracles/cambodia.json`, made by the script beside it.
private struct Oracle: Decodable {
  var codes: [String]
  var scores: [Double]
  var scores_equal_weights: [Double]

  static func read() throws -> Oracle {
    try JSONDecoder().decode(
      Oracle.self,
      from: Data(contentsOf: project.appending(path: "Tests/oracles/cambodia.json")))
  }
}

struct CambodiaIndexTests {
  @Test("The scores equal those computed in Python from the same tables.")
  func scores() throws {
    let oracle = try Oracle.read()
    let result = try divide.result(for: cambodia())
    for (score, expected) in zip(result.scores, oracle.scores) {
      #expect(abs((score.score ?? -1) - expected) < 1e-9)
    }
    var equal = divide
    for pillar in equal.pillars.indices { equal.pillars[pillar].weight = 1 }
    for (score, expected) in zip(
      try equal.result(for: cambodia()).scores, oracle.scores_equal_weights)
    {
      #expect(abs((score.score ?? -1) - expected) < 1e-9)
    }
  }

  @Test("Ratanak Kiri is worst, Phnom Penh is best, and five provinces are severe.")
  func ranking() throws {
    let result = try divide.result(for: cambodia())
    let codes = try Oracle.read().codes
    #expect(result.scores[15].rank == 1)
    #expect(result.scores[11].rank == 25)
    let severe = zip(codes, result.scores).filter(\.1.isSevere).map(\.0)
    #expect(severe == ["11", "13", "16", "19", "22"])
  }

  @Test("Stung Treng, whose internet figure is unreliable, is scored from the rest.")
  func stungTreng() throws {
    let score = try divide.result(for: cambodia()).scores[18]
    #expect(score.rank == 2)
    #expect(abs(score.coverage - 13.0 / 15) < 1e-12)
    #expect(!score.drivers.contains { $0.indicator == "internet_use_women" })
    #expect(score.drivers.first { $0.indicator == "no_electricity" }?.weight == 0.2)
  }

  @Test("Engagement is not scored, with how many provinces each figure has.")
  func engagement() throws {
    let result = try divide.result(for: cambodia())
    #expect(
      result.notScored == [
        .init(
          pillar: "engagement", isWholePillar: true,
          indicators: [
            .init(indicator: "cip_joined", areas: 2),
            .init(indicator: "cip_satisfied", areas: 2),
            .init(indicator: "commune_turnout", areas: 4),
            .init(indicator: "voter_registration", areas: 6),
          ], areaCount: 25, minimumShare: 0.6)
      ])
    #expect(
      result.weights.map(\.indicator) == [
        "internet_use_women", "phone_ownership_women", "no_electricity", "mpi_headcount",
        "no_six_years_schooling", "cross_border_migrants",
      ])
    let shares: [Double] = [2.0 / 15, 2.0 / 15, 2.0 / 15, 0.2, 0.2, 0.2]
    for (weight, share) in zip(result.weights, shares) {
      #expect(abs(weight.share - share) < 1e-12)
    }
  }
}
