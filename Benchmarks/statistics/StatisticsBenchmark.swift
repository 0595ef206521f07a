import CompositeIndex
import Foundation
import SpatialStatistics

/// Times the statistics: `statistics-benchmark [kernels]`.
///
/// `kernels` alone runs what `ratios.py` runs too, and prints its milliseconds.
@main
struct StatisticsBenchmark {
  static func main() throws {
    if CommandLine.arguments.dropFirst().first == "kernels" { return try kernels() }
    try exact()
    try kernels()
    try scenarios(areas: 25, runs: 5)
    try scenarios(areas: 50_000, runs: 1)
    for areas in [25_000, 50_000, 100_000] {
      let weights = queen(rows: areas / 250, columns: 250)
      _ = try GetisOrd.star.results(
        for: values(areas), weights: weights, inference: Inference(exactLimit: 0, draws: 99))
      print("at most \(peakMegabytes) MB so far, with \(areas) areas")
    }
  }

  /// Gi\* of 25 areas with the neighbours of Cambodia's provinces, every outcome counted.
  private static func exact() throws {
    let weights = SpatialWeights(areaCount: 25, pairs: provincePairs)
    try measure("exact inference, 25 areas") {
      _ = try GetisOrd.star.results(for: values(25), weights: weights)
    }
  }

  /// Gi\* and local Moran of 50,000 areas, eight neighbours each, 999 draws.
  private static func kernels() throws {
    let weights = queen(rows: 200, columns: 250)
    let x = values(50_000)
    func both(_ threads: Int?) throws -> [[LocalResult]] {
      let inference = Inference(exactLimit: 0, draws: 999, threads: threads)
      let sums = try NeighborSums(of: x, weights: weights, inference: inference)
      return [GetisOrd.star.results(of: sums), LocalMoran().results(of: sums)]
    }
    try measure("Gi* and local Moran, 50,000 areas, 999 draws", runs: 3) { _ = try both(nil) }
    let alone = try both(1)
    for threads in [2, 8] where try both(threads) != alone {
      print("\(threads) threads give other results than one")
    }
  }

  private static func scenarios(areas: Int, runs: Int) throws {
    let uncertainty = Uncertainty(
      scenarios: 1000, normalizations: [.zScore, .rank], aggregations: [.geometric])
    let (definition, matrix) = figures(areas: areas)
    try measure("score, \(areas) areas", runs: runs) { _ = try definition.result(for: matrix) }
    try measure("1,000 scenarios with Sobol' indices, \(areas) areas", runs: runs) {
      _ = try definition.result(for: matrix, under: uncertainty)
    }
  }

  /// Prints the best of some runs: time on the wall, and time of all cores.
  private static func measure(_ name: String, runs: Int = 5, _ work: () throws -> Void) rethrows {
    var best = (wall: Double.infinity, cores: Double.infinity)
    for _ in 0..<runs {
      let (start, ticks) = (ContinuousClock.now, clock())
      try work()
      let wall: Double = start.duration(to: .now) / Duration.milliseconds(1)
      let cores = Double(clock() - ticks) / 1000
      if wall < best.wall { best = (wall, cores) }
    }
    print(
      name, String(format: "%.1f ms\t%.1f ms of cores", best.wall, best.cores), separator: "\t")
  }

  /// The most memory this process ever had, as Linux says.
  private static var peakMegabytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? 0
  }
}
