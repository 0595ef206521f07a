import CompositeIndex
import Foundation
import SpatialStatistics

/// Prints the best of some runs: time on the wall, and time of all cores.
func measure(_ name: String, runs: Int = 5, _ work: () throws -> Void) rethrows {
  var best = (wall: Double.infinity, cores: Double.infinity)
  for _ in 0..<runs {
    let (start, ticks) = (ContinuousClock.now, clock())
    try work()
    let wall: Double = start.duration(to: .now) / Duration.milliseconds(1)
    let cores = Double(clock() - ticks) / 1000
    if wall < best.wall { best = (wall, cores) }
  }
  print(name, String(format: "%.1f ms\t%.1f ms of cores", best.wall, best.cores), separator: "\t")
}

@main
struct Benchmarks {
  static func main() throws {
    let uncertainty = Uncertainty(
      scenarios: 1000, normalizations: [.zScore, .rank], aggregations: [.geometric])
    for areas in [25, 50_000] {
      let (definition, matrix) = figures(areas: areas)
      try measure("score, \(areas) areas") { _ = try definition.result(for: matrix) }
      try measure("1,000 scenarios with Sobol' indices, \(areas) areas", runs: areas > 1000 ? 1 : 5)
      {
        _ = try definition.result(for: matrix, under: uncertainty)
      }
    }
  }
}
