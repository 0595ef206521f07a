import CompositeIndex
import Foundation
import Geography
import Indicators
import SpatialStatistics

@testable import Publishing

/// The shipped Cambodian data as an atlas, read as simply as can be: enough to draw real maps.
/// Scores and clusters are made up from the poverty figures; they only have to look right.
struct CambodianAtlas {
  let atlas: Atlas

  /// The folder of the project.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  init() throws {
    let features = try FeatureCollection(CambodianAtlas.file("boundaries/khm_provinces_25.geojson"))
    let layer = AreaLayer(
      features.features.map {
        Area(
          code: $0.properties["code"] ?? "",
          name: LocalizedText([
            "en": $0.properties["name_en"] ?? "", "km": $0.properties["name_km"] ?? "",
          ]), polygons: $0.polygons)
      })
    func polygons(_ file: String) throws -> [Polygon] {
      try FeatureCollection(CambodianAtlas.file("boundaries/\(file)")).features.flatMap(\.polygons)
    }
    let columns = try [
      CambodianAtlas.column(
        "internet_use_women", "digital_2021_22",
        ["en": "Women who use the internet", "km": "ស្ត្រីដែលប្រើអ៊ីនធឺណិត"],
        [
          "en": "% of women aged 15–49, last 12 months",
          "km": "% នៃស្ត្រីអាយុ 15–49 ឆ្នាំ ក្នុង 12 ខែចុងក្រោយ",
        ], "2021-22", "dgg_observed", .lowIsWorse, layer),
      CambodianAtlas.column(
        "mpi_headcount", "poverty_2021_22",
        ["en": "People in multidimensional poverty", "km": "ប្រជាជនក្រីក្រពហុវិមាត្រ"],
        ["en": "% of people", "km": "% នៃប្រជាជន"], "2021-22", "mpi_2024", .highIsWorse, layer),
      CambodianAtlas.column(
        "population", "population_2019", ["en": "Population", "km": "ចំនួនប្រជាជន"],
        ["en": "people", "km": "នាក់"], "2019", "census_2019", .none, layer, decimals: 0),
      CambodianAtlas.column(
        "subscribers_per_voter", "subscribers_2018",
        ["en": "Internet subscriptions per 100 voters", "km": "ការជាវអ៊ីនធឺណិតធៀបនឹងអ្នកបោះឆ្នោត 100 នាក់"],
        ["en": "subscriptions per 100 voters", "km": "ការជាវក្នុងអ្នកបោះឆ្នោត 100 នាក់"], "2018",
        "ansa_cip", .lowIsWorse, layer, decimals: 0),
    ]
    let matrix = IndicatorMatrix(areaCodes: layer.codes, columns: columns)
    atlas = Atlas(
      pipeline: "cambodia",
      title: LocalizedText(["en": "Cambodia's digital divide", "km": "គម្លាតឌីជីថលនៅកម្ពុជា"]),
      languages: ["en", "km"], layer: layer,
      boundaries: Atlas.Boundaries(
        file: "geodata/boundaries/khm_provinces_25.geojson",
        attribution: "© OpenStreetMap contributors", licence: "ODbL-1.0",
        areaWord: LocalizedText(["en": "province", "km": "ខេត្ត"]),
        areasWord: LocalizedText(["en": "provinces", "km": "ខេត្ត"])),
      contiguity: Contiguity(areaCount: layer.count, pairs: [], tolerance: 0),
      water: try polygons("tonle_sap_lake.geojson"),
      surroundings: try polygons("neighbouring_countries.geojson"),
      contextAttribution: "Natural Earth (public domain)", matrix: matrix,
      benchmarks: [
        "mpi_headcount": Atlas.Benchmark(value: 16.6447, period: "2021-22", source: "mpi_2024")
      ],
      sources: try CambodianAtlas.sources(), indexes: [CambodianAtlas.index(matrix)],
      maps: [
        MapDefinition(id: "divide", subject: .index("divide")),
        MapDefinition(id: "divide-hotspots", subject: .hotspots("divide")),
      ] + columns.map { MapDefinition(id: $0.indicator.id, subject: .indicator($0.indicator.id)) },
      asOf: "2026-11-22")
  }

  /// Each area on a plane: longitude shrunk by the cosine of the middle latitude.
  var projected: ProjectedAtlas {
    func plane(_ polygons: [Polygon]) -> [Polygon] {
      polygons.map { polygon in
        func turn(_ ring: Ring) -> Ring {
          Ring(
            ContiguousArray(
              ring.coordinates.map {
                $0 * Coordinate(cos(12.6 * .pi / 180), 1) * 111_320
              }))
        }
        return Polygon(exterior: turn(polygon.exterior), holes: polygon.holes.map(turn))
      }
    }
    return ProjectedAtlas(
      areas: atlas.layer.areas.map { plane($0.polygons) }, water: plane(atlas.water),
      surroundings: plane(atlas.surroundings), projectionName: "Plate carrée at 12.6° N")
  }

  private static func file(_ path: String) -> URL { root.appending(path: "geodata/\(path)") }

  /// Rows of a table, by column name; cells may be quoted.
  private static func rows(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: file("indicators/\(name).csv"), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .reduce(into: [""]) { cells, part in
          let pieces =
            part.offset % 2 == 1
            ? [part.element] : part.element.split(separator: ",", omittingEmptySubsequences: false)
          cells[cells.count - 1] += pieces.first.map(String.init) ?? ""
          cells += pieces.dropFirst().map(String.init)
        }
    }
    return lines.dropFirst().map { cells in
      Dictionary(zip(lines[0], cells), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func column(
    _ id: String, _ table: String, _ title: [String: String], _ unit: [String: String],
    _ period: String, _ source: String, _ direction: Indicator.Direction, _ layer: AreaLayer,
    decimals: Int = 1
  ) throws -> IndicatorMatrix.Column {
    let rows = try rows(table).filter { $0["indicator"] == id }
    let cells = layer.codes.map { code -> IndicatorValue in
      guard let row = rows.first(where: { $0["area_code"] == code }), let text = row["value"],
        let value = Double(text)
      else { return .missing(reason: "no row for this province") }
      let error = row["standard_error"].flatMap(Double.init)
      return IndicatorValue(
        value: value, status: Status(rawValue: row["flag"] ?? "") ?? .ok, reason: row["note"],
        standardError: error, interval: error.map { value - 1.96 * $0...value + 1.96 * $0 },
        sampleSize: row["sample_size"].flatMap { Int($0) })
    }
    return IndicatorMatrix.Column(
      indicator: Indicator(
        id: id, title: LocalizedText(title), unit: LocalizedText(unit), period: period,
        sources: [source], direction: direction, decimals: decimals), cells: cells)
  }

  private static func sources() throws -> [Source] {
    try rows("sources").map {
      Source(
        id: $0["source"] ?? "", title: $0["title"] ?? "", publisher: $0["publisher"] ?? "",
        year: $0["year"] ?? "", location: $0["where"] ?? "", licence: $0["licence"] ?? "")
    }
  }

  private static func index(_ matrix: IndicatorMatrix) -> Atlas.Index {
    let values = matrix["mpi_headcount"]?.cells.compactMap(\.value) ?? []
    let most = values.max() ?? 1
    let ranked = values.sorted(by: >)
    let scores = values.map { value in
      let rank = (ranked.firstIndex(of: value) ?? 0) + 1
      return AreaScore(
        score: value / most * 100, rank: rank, isSevere: rank <= 5, coverage: 1,
        drivers: [AreaScore.Driver(indicator: "mpi_headcount", points: value / most * 100)])
    }
    let clusters: [Cluster] = [
      .none, .none, .none, .none, .none, .none, .none, .possiblyCold, .none, .hot, .possiblyHot,
      .cold, .possiblyHot, .none, .none, .hot, .none, .none, .hot, .notTestable, .none, .none,
      .notTestable, .notTestable, .none,
    ]
    return Atlas.Index(
      id: "divide",
      title: LocalizedText(["en": "Digital divide index", "km": "សន្ទស្សន៍គម្លាតឌីជីថល"]),
      scores: scores,
      hotspots: clusters.map {
        LocalResult(
          z: 1.234, p: 0.0217, pAdjusted: $0 == .notTestable ? nil : 0.2, pMin: 0.005,
          method: "exact", neighbors: 4, cluster: $0,
          reason: $0 == .notTestable ? "one neighbour is too few to test" : nil)
      })
  }
}

/// Just enough GeoJSON.
private struct FeatureCollection {
  struct Feature {
    var properties: [String: String]
    var polygons: [Polygon]
  }
  var features: [Feature]

  init(_ url: URL) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    features = (object?["features"] as? [[String: Any]] ?? []).map { feature in
      let geometry = feature["geometry"] as? [String: Any]
      let coordinates = geometry?["coordinates"]
      let pieces =
        geometry?["type"] as? String == "Polygon"
        ? [coordinates as? [[[Double]]] ?? []] : coordinates as? [[[[Double]]]] ?? []
      return Feature(
        properties: (feature["properties"] as? [String: Any] ?? [:]).compactMapValues {
          $0 as? String
        },
        polygons: pieces.map { rings in
          let rings = rings.map { Ring(ContiguousArray($0.map { Coordinate($0[0], $0[1]) })) }
          return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
        })
    }
  }
}
