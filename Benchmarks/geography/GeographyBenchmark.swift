import Foundation
import GDALAccess
import Geography

/// Times finding arcs and neighbours and simplifying, for a coverage that is made here, or for
/// a boundary file: `geography-benchmark [FILE KEY] [--threads N]`.
@main
struct GeographyBenchmark {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var threads: Int?
    if let index = arguments.firstIndex(of: "--threads"), index + 1 < arguments.count {
      threads = Int(arguments[index + 1])
      arguments.removeSubrange(index...(index + 1))
    }
    let layer: AreaLayer
    if arguments.count == 2 {
      layer = try timed("read") {
        try LayerSource(file: arguments[0]).readAreas(key: arguments[1], names: [:]).layer
      }
    } else {
      layer = AreaLayer(MadeCoverage(rows: 32, columns: 32, edgeVertices: 1_220).areas)
    }
    let vertices = layer.areas.lazy.flatMap(\.polygons).flatMap(\.rings)
      .reduce(0) { $0 + $1.coordinates.count - 1 }
    print("\(layer.count) areas, \(vertices) vertices")
    let extent = Extent(onGlobe: layer.areas.flatMap(\.polygons))
    let projection = extent.map(MapProjection.fitting)
    let areas =
      try timed("project") { try projection?.project(layer.areas.map(\.polygons)) } ?? []
    for _ in 0..<2 {
      let coverage = timed("find arcs") { Coverage(of: areas, threads: threads) }
      print("  \(coverage.arcCount) arcs, \(coverage.vertexCount) different vertices")
      for method in [Simplification.Method.visvalingam, .douglasPeucker] {
        for share in [0.03, 0.1, 0.5] {
          let simplified = timed("\(method) to \(share)") {
            coverage.simplified(Simplification(method, to: .share(share)), threads: threads)
          }
          let report = simplified.report
          print(
            "  \(report.verticesAfter) of \(report.verticesBefore) vertices, "
              + "\(report.restoredVertices) put back, \(report.sourceContacts) source contacts, "
              + "size change \(report.largestSizeChange), within \(report.isWithinTarget)")
          if share == 0.03 {
            let polygons = timed("polygons") { simplified.polygons }
            _ = polygons
          }
        }
      }
    }
    MapBenchmark.run()
    let contiguity = timed("neighbours") { Contiguity(of: layer) }
    print("  \(contiguity.pairs.count) pairs")
  }

  private static func timed<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result
  {
    let clock = ContinuousClock()
    let (start, processor) = (clock.now, Foundation.clock())
    let result = try work()
    let time = (clock.now - start) / Duration.milliseconds(1)
    let processorTime = Double(Foundation.clock() - processor) / Double(CLOCKS_PER_SEC) * 1_000
    print("\(name): \(Int(time)) ms, \(Int(processorTime)) ms of processors")
    return result
  }
}
