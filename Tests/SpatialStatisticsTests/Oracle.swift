import Foundation
import SpatialStatistics
import Testing

/// Reference values from `Tests/oracles`, where the scripts that made them stand too.
enum Oracle {
  /// One area's statistic by brute force.
  struct Local: Decodable {
    var z: Double
    var upper: Double
    var lower: Double
    var p: Double
    var p_min: Double
    var p_adjusted: Double?
    var neighbors: Int
  }

  /// A case of `local_statistics.json`.
  struct Case: Decodable, CustomStringConvertible {
    var name: String
    var values: [Double?]
    var weights: [[[Double]]]
    var gi: [Local?]
    var gi_star: [Local?]

    var description: String { name }
    var spatialWeights: SpatialWeights {
      SpatialWeights(rows: weights.map { row in row.map { (Int($0[0]), $0[1]) } })
    }
  }

  /// `cambodia.json`.
  struct Cambodia: Decodable {
    var codes: [String]
    var scores: [Double]
    var scores_equal_weights: [Double]
    var rook: [[Int]]
    var queen: [[Int]]
    var gi_star_rook: [Local?]
    var gi_star_queen: [Local?]
    var gi_star_rook_equal_weights: [Local?]

    /// Binary weights of the given pairs.
    func weights(_ pairs: [[Int]]) -> SpatialWeights {
      SpatialWeights(areaCount: codes.count, pairs: pairs.map { ($0[0], $0[1]) })
    }
  }

  /// `global_statistics.json`.
  struct Globals: Decodable {
    struct G: Decodable { var statistic, expected, variance, z, one_tailed_p: Double }
    struct Joins: Decodable { var bb, bw, ww, total: Double }
    struct Moran: Decodable {
      var statistic, expected, variance_normality, variance_randomization: Double
      var z_normality, z_randomization: Double
    }
    struct Case: Decodable {
      var name: String
      var values: [Double?]
      var other: [Double?]
      var weights: [[[Double]]]
      var moran: Moran
      var local_moran: [Double]
      var quadrants: [String]
      var bivariate: [Double]
      var local_geary: [Double]?

      var spatialWeights: SpatialWeights {
        SpatialWeights(rows: weights.map { row in row.map { (Int($0[0]), $0[1]) } })
      }
    }

    var g: G
    var joins: Joins
    var cases: [Case]
  }

  static func read<Value: Decodable>(_ file: String, as type: Value.Type) throws -> Value {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "oracles/\(file)"))
    return try JSONDecoder().decode(type, from: data)
  }

  static func cases() throws -> [Case] { try read("local_statistics.json", as: [Case].self) }
  static func globals() throws -> Globals {
    try read("global_statistics.json", as: Globals.self)
  }
  static func cambodia() throws -> Cambodia { try read("cambodia.json", as: Cambodia.self) }
}

/// Whether two numbers agree to 1e-9.
func close(_ value: Double?, _ expected: Double?, within tolerance: Double = 1e-9) -> Bool {
  guard let value, let expected else { return value == nil && expected == nil }
  return abs(value - expected) <= tolerance
}

/// Checks results against brute force, area by area.
func expect(_ results: [LocalResult], equal expected: [Oracle.Local?]) {
  #expect(results.count == expected.count)
  for (area, (result, oracle)) in zip(results, expected).enumerated() {
    #expect(close(result.z, oracle?.z), "z of area \(area)")
    #expect(close(result.p, oracle?.p), "p of area \(area)")
    #expect(close(result.pUpper, oracle?.upper), "upper tail of area \(area)")
    #expect(close(result.pLower, oracle?.lower), "lower tail of area \(area)")
    #expect(close(result.pMin, oracle?.p_min), "smallest p of area \(area)")
    #expect(close(result.pAdjusted, oracle?.p_adjusted), "adjusted p of area \(area)")
    #expect(result.neighbors == oracle?.neighbors ?? 0)
    #expect(result.isTestable == (oracle?.p_adjusted != nil))
  }
}

/// A rook lattice, numbered row by row from 0.
func lattice(_ rows: Int, _ columns: Int) -> SpatialWeights {
  var pairs: [(Int, Int)] = []
  for area in 0..<rows * columns {
    if (area + 1) % columns != 0 { pairs.append((area, area + 1)) }
    if area + columns < rows * columns { pairs.append((area, area + columns)) }
  }
  return SpatialWeights(areaCount: rows * columns, pairs: pairs)
}
