import Foundation
import GDALAccess
import Geography
import Publishing

/// Times every file of a large atlas, and GDAL's own GeoJSON writer on the same areas in the same
/// run: `files-benchmark [AREAS_PER_SIDE VERTICES_PER_AREA]`, 224 and 100 unless given, which is
/// 50,176 areas of 5 million vertices.
@main
struct FilesBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let side = arguments.first ?? 224
    let vertices = arguments.dropFirst().first ?? 100
    let atlas = MadeAtlas.atlas(rows: side, columns: side, vertices: vertices)
    print("\(atlas.layer.count) areas, \(atlas.layer.count * vertices) vertices")
    let areas = AtlasTable.areas(of: atlas)
    let table = FeatureTable(
      areas, geometry: atlas.layer.areas.map(\.polygons), language: "en")
    var own = Double.infinity
    var theirs = Double.infinity
    for _ in 0..<3 {
      own = min(
        own,
        timed("atlas.geojson") {
          GeoJSON(atlas.layer, table: areas, decimals: 7).collection(of: atlas).bytes
        })
      theirs = min(
        theirs,
        try timed("the same by GDAL") {
          try table.file(
            driver: "GeoJSON", ending: "geojson",
            options: ["RFC7946=YES", "COORDINATE_PRECISION=7", "WRITE_BBOX=YES"])
        })
    }
    print("GDAL takes \((theirs / own * 10).rounded() / 10) times as long")
    _ = try timed("atlas.gpkg") { try FeatureTable.geoPackage([table]) }
    _ = try timed("atlas.fgb") { try table.flatGeobuf() }
    _ = timed("atlas.csv") { PublishedFile.csv("atlas.csv", of: areas).bytes }
    _ = timed("atlas.xlsx") { PublishedFile.workbook([areas]).bytes }
    _ = try timed("all files") { try publishedFiles(of: atlas).flatMap(\.path.utf8) }
    print("at most \(peakMemory) of memory")
  }

  /// Runs `work`, tells how long it took and how much it made; the seconds.
  private static func timed(_ name: String, _ work: () throws -> [UInt8]) rethrows -> Double {
    let clock = ContinuousClock()
    var size = 0
    let time = try clock.measure { size = try work().count }
    print("\(name): \(time.formatted(.units(allowed: [.milliseconds]))), \(size / 1_000_000) MB")
    return time / .seconds(1)
  }

  /// What Linux says of the most memory that the process held.
  private static var peakMemory: String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.map { String($0.dropFirst(6)).trimmingCharacters(in: .whitespaces) } ?? "?"
  }
}
