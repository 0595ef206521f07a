import Foundation
import SpatialStatistics
import Testing

@testable import Publishing

struct LocalStatisticsTests {
  @Test("Every local statistic has a row for each area, Gi* first, and gaps have their reason.")
  func table() throws {
    let table = AtlasTable.localStatistics(of: SampleAtlas.atlas)
    #expect(table.rowCount == 12)
    func texts(_ name: String) throws -> [String?] {
      guard case .text(let texts) = try #require(table.fields.first { $0.name == name }).values
      else { return [] }
      return texts
    }
    #expect(Set(try texts("statistic").prefix(6)) == ["Gi*"])
    #expect(Set(try texts("statistic").suffix(6)) == ["local Moran (n - 1)"])
    #expect(try texts("area_code").suffix(6).compactMap(\.self) == SampleAtlas.layer.codes)
    #expect(try texts("reason")[8] == "no score")
    for field in table.fields {
      if case .real(let reals) = field.values {
        #expect(reals.allSatisfy { $0?.isFinite ?? true }, "\(field.name)")
      }
    }
  }

  @Test("Numbers of outcomes beyond 2^53 are null, in the table and in the summary.")
  func manyOutcomes() throws {
    var atlas = SampleAtlas.atlas
    atlas.indexes[0].localStatistics[0].results[1].outcomes = 1e20
    let file = try #require(try publishedFiles(of: atlas).first { $0.path == "summary.json" })
    let index = try #require((try file.json()["indexes"] as? [[String: Any]])?.first)
    let statistics = try #require(index["local_statistics"] as? [[String: Any]])
    #expect(statistics.map { $0["outcomes"] is NSNull } == [true, true])
    let table = AtlasTable.localStatistics(of: atlas)
    #expect(table.problems().isEmpty)
  }

  @Test("The method says how p was found in all areas, not in the first alone.")
  func method() {
    func result(_ method: String?) -> LocalResult { LocalResult(method: method) }
    #expect(Atlas.Index.method(of: [result(nil)]) == nil)
    #expect(Atlas.Index.method(of: [result(nil), result("exact")]) == "exact")
    #expect(
      Atlas.Index.method(
        of: [result("monte carlo (999 draws)"), result("exact"), result(nil), result("exact")])
        == "exact in 2 areas, monte carlo (999 draws) in 1")
  }

  @Test("Without hotspots there is no such file.")
  func without() throws {
    var atlas = SampleAtlas.atlas
    atlas.indexes[0].hotspots = nil
    #expect(!(try publishedFiles(of: atlas).contains { $0.path.hasPrefix("local-statistics") }))
  }
}
