import Foundation
import Geography
import Testing

@testable import Publishing

@Suite struct TopoJSONTests {
  @Test("Put together again, the arcs give every ring back, clockwise outside, on the grid.")
  func rings() throws {
    let topology = try Decoded(SampleAtlas.atlas, gridSize: 1_000_001)
    for (area, geometry) in zip(SampleAtlas.layer.areas, topology.geometries) {
      #expect(geometry["id"] as? String == area.code)
      let pieces = try topology.pieces(of: geometry)
      #expect(pieces.count == area.polygons.count)
      for (piece, polygon) in zip(pieces, area.polygons) {
        #expect(piece.map(\.count) == polygon.rings.map(\.coordinates.count))
        for (ring, original) in zip(piece, polygon.rings) {
          #expect(abs(Ring(ContiguousArray(ring)).signedArea + original.signedArea) < 1e-5)
        }
      }
    }
  }

  @Test("A boundary between two areas is held once.")
  func shared() throws {
    let topology = try Decoded(SampleAtlas.atlas, gridSize: 100_000)
    // Seven inner edges of the lattice, six outer ones (corners join two edges into one arc, so
    // that the four corner squares have one outer arc each), one hole, one island.
    #expect(topology.arcs.count == 7 + 6 + 2)
    let uses = topology.used.reduce(into: [:]) { $0[$1 < 0 ? ~$1 : $1, default: 0] += 1 }
    #expect(uses.values.count { $0 == 2 } == 7)
    #expect(uses.values.allSatisfy { $0 <= 2 })
  }

  @Test("An island in a hole shares its whole ring, wherever either ring starts.")
  func islandInHole() throws {
    let hole: Ring = SampleAtlas.square(0.25, 0.25, 0.5)
    let turned = Ring([[0.75, 0.75], [0.25, 0.75], [0.25, 0.25], [0.75, 0.25], [0.75, 0.75]])
    let outer = Polygon(exterior: SampleAtlas.square(0, 0, 1), holes: [hole])
    var atlas = SampleAtlas.atlas
    atlas.layer = AreaLayer([
      Area(code: "a", name: LocalizedText(), polygons: [outer]),
      Area(code: "b", name: LocalizedText(), polygons: [Polygon(exterior: turned)]),
    ])
    let topology = try Decoded(atlas, gridSize: 101)
    #expect(topology.arcs.count == 2)
    #expect(topology.used == [0, 1, ~1])
  }
}

/// A TopoJSON file, read by the format's own rules.
private struct Decoded {
  let arcs: [[Coordinate]]
  let geometries: [[String: Any]]
  let used: [Int]

  init(_ atlas: Atlas, gridSize: Int) throws {
    let table = AtlasTable(name: "areas", description: "", rowCount: atlas.layer.count, fields: [])
    let json = try PublishedFile.topoJSON(
      of: atlas, layer: atlas.layer, table: table, gridSize: gridSize
    ).json()
    let transform = try #require(json["transform"] as? [String: [Double]])
    let scale = try #require(transform["scale"])
    let translate = try #require(transform["translate"])
    let steps = try #require(json["arcs"] as? [[[Double]]])
    arcs = steps.map { arc in
      var position = Coordinate(0, 0)
      return arc.map { step in
        position += Coordinate(step[0], step[1])
        return position * Coordinate(scale[0], scale[1]) + Coordinate(translate[0], translate[1])
      }
    }
    let objects = try #require(json["objects"] as? [String: [String: Any]])
    geometries = try #require(objects["areas"]?["geometries"] as? [[String: Any]])
    used = geometries.flatMap { geometry -> [Int] in
      let pieces = geometry["arcs"] as? [[[Int]]] ?? [geometry["arcs"] as? [[Int]] ?? []]
      return pieces.flatMap { $0.flatMap(\.self) }
    }
  }

  func pieces(of geometry: [String: Any]) throws -> [[[Coordinate]]] {
    let isMulti = geometry["type"] as? String == "MultiPolygon"
    let lists =
      isMulti
      ? try #require(geometry["arcs"] as? [[[Int]]])
      : [try #require(geometry["arcs"] as? [[Int]])]
    return lists.map { piece in
      piece.map { ring in
        ring.enumerated().flatMap { order, arc -> [Coordinate] in
          let way = arc < 0 ? arcs[~arc].reversed() : arcs[arc]
          return Array(order == 0 ? way[...] : way.dropFirst())
        }
      }
    }
  }
}
