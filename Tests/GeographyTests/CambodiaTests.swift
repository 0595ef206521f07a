import Foundation
import Geography
import Testing

@Suite("Cambodia's provinces with ninety thousand vertices")
struct CambodiaTests {
  /// The shipped boundaries; codes in the order of the file.
  private static func provinces() throws -> [[Polygon]] {
    struct Collection: Decodable { var features: [Feature] }
    struct Feature: Decodable { var geometry: Geometry }
    struct Geometry: Decodable {
      var polygons: [[[[Double]]]]
      enum CodingKeys: CodingKey { case type, coordinates }
      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if try container.decode(String.self, forKey: .type) == "Polygon" {
          polygons = [try container.decode([[[Double]]].self, forKey: .coordinates)]
        } else {
          polygons = try container.decode([[[[Double]]]].self, forKey: .coordinates)
        }
      }
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../geodata/boundaries/khm_provinces_25.geojson").standardized
    let collection = try JSONDecoder().decode(Collection.self, from: Data(contentsOf: file))
    return collection.features.map { feature in
      feature.geometry.polygons.map { rings in
        let rings = rings.map { Ring(ContiguousArray($0.map { Coordinate($0[0], $0[1]) })) }
        return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
      }
    }
  }

  private func layer(_ areas: [[Polygon]]) -> AreaLayer {
    AreaLayer(
      areas.enumerated().map {
        Area(code: String(100 + $0), name: LocalizedText(), polygons: $1)
      })
  }

  @Test("At 3 % of the vertices the neighbours are the same.")
  func neighbours() throws {
    let areas = Fractal(depth: 6, roughness: 0.08).areas(try Self.provinces())
    let vertices = areas.joined().flatMap(\.rings).reduce(0) { $0 + $1.coordinates.count - 1 }
    try #require(vertices > 90_000)
    let coverage = Coverage(of: areas)
    let result = coverage.simplified(Simplification(to: .share(0.03)))
    #expect(result.report.isWithinTarget)
    #expect(result.report.sourceContacts == 0)
    #expect(Double(result.report.verticesAfter) < 0.03 * Double(coverage.vertexCount))
    #expect(abs(result.report.largestSizeChange) <= 0.02)
    #expect(result.polygons.map(\.count) == areas.map(\.count))
    #expect(result.coverage.neighbors == coverage.neighbors)
    #expect(result.coverage.neighbors.count == 49)
    let found = Contiguity(of: layer(result.polygons), tolerance: 0).pairs
    #expect(
      found.map { [$0.first, $0.second] } == coverage.neighbors.map { [$0.first, $0.second] })
    #expect(found.map { $0.sharedLength > 0 } == coverage.neighbors.map(\.shareLine))
    let tiling = Tiling(result.polygons)
    #expect(tiling.contacts == 0 && tiling.doubleEdges == 0)
  }
}
