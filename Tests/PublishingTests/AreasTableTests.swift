import CompositeIndex
import Geography
import Indicators
import Publishing
import SpatialStatistics
import Testing

@Suite struct AreasTableTests {
  let table = AtlasTable.areas(of: SampleAtlas.atlas)

  @Test("The columns stand in the promised order, errors only where an indicator has them.")
  func order() {
    #expect(
      table.fields.map(\.name) == [
        "area_code", "name_en", "name_km",
        "internet", "internet_status", "internet_se", "internet_ci_low", "internet_ci_high",
        "population", "population_status", "turnout", "turnout_status",
        "divide_score", "divide_score_low", "divide_score_high", "divide_rank", "divide_rank_low",
        "divide_rank_high", "divide_coverage",
        "divide_drivers", "divide_severity_share",
        "divide_gi_z", "divide_gi_p", "divide_gi_p_adjusted", "divide_gi_p_min",
        "divide_gi_method", "divide_cluster",
        "divide_hotspot", "divide_hotspot_stability", "divide_hotspot_reason",
      ])
  }

  @Test("Only ranks are whole numbers; a figure that happens to be whole stays real.")
  func types() {
    let integers = table.fields.filter { $0.values.typeName == "integer" }.map(\.name)
    #expect(integers == ["divide_rank", "divide_rank_low", "divide_rank_high"])
    #expect(table["population"]?.values.typeName == "number")
    #expect(table["turnout"]?.values == .real([nil, nil, nil, nil, nil, nil]))
  }

  @Test("The ends of an interval stand beside the value, null where it has none.")
  func intervals() {
    #expect(table["internet_ci_low"]?.values == .real([23.144, 0, nil, nil, nil, nil]))
    #expect(table["internet_ci_high"]?.values == .real([30.984, 1.5, nil, nil, nil, nil]))
  }

  @Test("A withheld value takes its error and its sample size with it.")
  func suppressed() {
    var atlas = SampleAtlas.atlas
    let hidden = IndicatorValue(
      value: nil, status: .suppressed, reason: "few", standardError: 9, interval: 1...2,
      sampleSize: 7)
    atlas.matrix.columns[0].cells[1] = hidden
    let areas = AtlasTable.areas(of: atlas)
    #expect(areas["internet_se"]?.values == .real([2, nil, nil, nil, nil, nil]))
    #expect(areas["internet_ci_low"]?.values == .real([23.144, nil, nil, nil, nil, nil]))
    let observations = AtlasTable.observations(of: atlas)
    #expect(observations["sample_size"]?.values == .integer(Array(repeating: nil, count: 18)))
  }

  @Test("An area is a hotspot when severe or hot, none when neither, null when not scored.")
  func hotspots() {
    #expect(table["divide_hotspot"]?.values == .boolean([true, true, nil, false, false, false]))
  }

  @Test("The reason says severity, then clustering, for every area.")
  func reasons() {
    #expect(
      table["divide_hotspot_reason"]?.values
        == .text([
          "severe; clustering not testable (no outcome reaches 0.05)",
          "not severe; in a hot cluster",
          "not scored (coverage 0.25 is below 0.6); clustering not testable (no score)",
          "not severe; in no cluster",
          "not severe; in a possibly cold cluster",
          "not severe; in a cold cluster",
        ]))
  }

  @Test("Without a local statistic there are no hotspot columns.")
  func withoutHotspots() {
    var atlas = SampleAtlas.atlas
    atlas.indexes[0].hotspots = nil
    #expect(AtlasTable.areas(of: atlas).fields.last?.name == "divide_severity_share")
  }

  @Test("A stability that was never computed is a real column of nulls.")
  func noStability() {
    var atlas = SampleAtlas.atlas
    atlas.indexes[0].hotspotStability = nil
    #expect(
      AtlasTable.areas(of: atlas)["divide_hotspot_stability"]?.values
        == .real(Array(repeating: nil, count: 6)))
  }

  @Test("Where last good figures may stand in, a date says of which day each is.")
  func lastRead() {
    var atlas = SampleAtlas.atlas
    #expect(AtlasTable.areas(of: atlas)["internet_last_read"] == nil)
    atlas.matrix.columns[0].mayBeStale = true
    let cells = atlas.matrix.columns[0].cells
    func days() -> AtlasField.Values? { AtlasTable.areas(of: atlas)["internet_last_read"]?.values }
    #expect(days() == .date(cells.map { _ in nil }))
    atlas.matrix.columns[0].lastRead = "2026-11-20"
    #expect(cells.contains { $0.value == nil } && cells.contains { $0.value != nil })
    #expect(
      days() == .date(cells.map { $0.value == nil ? nil : CalendarDate("2026-11-20") }))
  }

  @Test("They are those that ids are checked against.")
  func names() {
    var atlas = SampleAtlas.atlas
    atlas.matrix.columns[0].mayBeStale = true
    let table = AtlasTable.areas(of: atlas)
    let ids = ColumnNames.ofIndicator("internet") + ColumnNames.ofIndex("divide")
    #expect(ids.allSatisfy { table[$0] != nil })
    let others = ["population", "population_status", "turnout", "turnout_status"]
    #expect(table.fields.dropFirst(3).allSatisfy { (ids + others).contains($0.name) })
    #expect(ColumnNames.greatestIDLength == 45)
  }
}
