import Diagnostics
import Foundation
import Geography
import Indicators
import Publishing
import SpatialStatistics

extension Snapshot {
  /// What a release on the disk said.
  ///
  /// - Throws: `Problem` or `Problems` when one of its files is missing or is not what it was.
  init(_ release: Release) throws {
    try self.init(origin: Origin(release.manifest()), readingAs: release.name) {
      try release.bytes(of: $0)
    }
  }

  /// What the files of a release to come say.
  init(_ files: [PublishedFile], origin: Origin) throws {
    try self.init(origin: origin, readingAs: "to come") { path in
      guard let file = files.first(where: { $0.path == path }) else {
        throw Problem("'\(path)' is not among the files to publish")
      }
      return file.bytes
    }
  }

  /// Reads the published files and nothing else, so that a release needs no record of its own and
  /// both sides of a comparison were read by the same code.
  private init(
    origin: Origin, readingAs name: String, bytes: (String) throws -> [UInt8]
  ) throws {
    func table(_ path: String) throws -> Table {
      var reader = CSVReader(file: path)
      try reader.append(try bytes(path))
      return try reader.finish()
    }
    let summary = try RecordedSummary(json: bytes("summary.json"), release: name)
    self.origin = origin
    asOf = summary.asOf
    figures = summary.indicators.map {
      Figure(
        id: $0.id, title: $0.title, period: $0.period ?? "", unit: $0.unit ?? "",
        sources: $0.sources, worse: $0.worse,
        failure: $0.failure ?? $0.lastRead.map { "last read on \($0)" }, files: $0.files,
        crosswalkFiles: $0.crosswalkFiles ?? [])
    }
    indexes = summary.indexes.map {
      Index(
        id: $0.id, title: $0.title, weights: $0.weights ?? [:], level: $0.level,
        worstShare: $0.worstShare)
    }
    maps = (summary.maps ?? []).map {
      Map(id: $0.id, property: $0.property, upperBounds: $0.upperBounds)
    }
    let neighbors = try Snapshot.neighbors(table("neighbors.csv"))
    // Only where there are hotspots.
    let weights = (try? table("weights.csv")).map(Snapshot.weights) ?? [:]
    let outlines = Snapshot.outlines(try bytes("atlas.geojson"))
    let severe = summary.indexes.map { Set($0.severe.map(\.areaCode)) }
    let values = try table("atlas.csv")
    areas = try (0..<values.rowCount).map { number in
      let row = AtlasRow(table: values, row: number)
      var area = Area(code: try row.required("area_code"), names: row.names)
      area.neighbors = neighbors[area.code] ?? []
      area.weighted = weights[area.code] ?? [:]
      area.outline = outlines[area.code] ?? ""
      for figure in figures {
        area.cells[figure.id] = try row.cell(figure.id)
        area.errors[figure.id] = row.number("\(figure.id)_se")
      }
      for (index, codes) in zip(indexes, severe) {
        area.scores[index.id] = row.score(index.id, isSevere: codes.contains(area.code))
      }
      return area
    }
  }

  private static func neighbors(_ table: Table) throws -> [String: [String]] {
    var neighbors: [String: [String]] = [:]
    for number in 0..<table.rowCount {
      let row = AtlasRow(table: table, row: number)
      if row.text("near_miss") == "true" { continue }
      neighbors[try row.required("area_code"), default: []].append(
        try row.required("neighbor_code"))
    }
    return neighbors.mapValues { $0.sorted() }
  }

  /// By area, then by index.
  private static func weights(_ table: Table) -> [String: [String: [String]]] {
    var weights: [String: [String: [String]]] = [:]
    for number in 0..<table.rowCount {
      let row = AtlasRow(table: table, row: number)
      guard let area = row.text("area_code"), let index = row.text("index"),
        let neighbor = row.text("neighbor_code"), neighbor != area
      else { continue }
      weights[area, default: [:]][index, default: []].append(neighbor)
    }
    return weights.mapValues { $0.mapValues { $0.sorted() } }
  }

  /// A digest of each area's outline by code. The file has one feature a line with its geometry
  /// last, so that no megabytes of coordinates need to be parsed to see that none moved.
  private static func outlines(_ geoJSON: [UInt8]) -> [String: String] {
    let start = Data(#"{"type":"Feature","id":""#.utf8)
    let geometry = Data(#""geometry":"#.utf8)
    var outlines: [String: String] = [:]
    for line in geoJSON.split(separator: UInt8(ascii: "\n")) where line.starts(with: start) {
      let line = Data(line.last == UInt8(ascii: ",") ? line.dropLast() : line)
      guard let mark = line.range(of: geometry, options: .backwards) else { continue }
      let code = line.dropFirst(start.count).prefix { $0 != UInt8(ascii: "\"") }
      outlines[String(decoding: code, as: UTF8.self)] = sha256Hex(of: line[mark.upperBound...])
    }
    return outlines
  }
}

extension RecordedSummary {
  /// The summary of a release.
  init(_ release: Release) throws {
    try self.init(json: release.bytes(of: "summary.json"), release: release.name)
  }

  init(json bytes: [UInt8], release: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      self = try decoder.decode(RecordedSummary.self, from: Data(bytes))
    } catch {
      throw Problem(
        "'summary.json' of release '\(release)' is no summary",
        remedy: "compare with another release")
    }
  }
}

/// One row of a published table, its cells by the name of their column.
private struct AtlasRow {
  let table: Table
  let row: Int

  /// The text of a cell; nil for an empty one and for a column that is not there.
  func text(_ name: String) -> String? {
    guard let column = table.column(name) else { return nil }
    let text = table.text(row: row, column: column)
    return text.isEmpty ? nil : text
  }

  func required(_ name: String) throws -> String {
    guard let text = text(name) else {
      throw Problem(
        "column '\(name)' is empty or missing", at: table.place(row: row),
        remedy: "compare with another release")
    }
    return text
  }

  func number(_ name: String) -> Double? { text(name).flatMap(Double.init) }

  /// The columns `name_<language>` by language.
  var names: LocalizedText {
    let names = table.header.filter { $0.hasPrefix("name_") }.compactMap { column in
      text(column).map { (String(column.dropFirst(5)), $0) }
    }
    return LocalizedText(Dictionary(names) { first, _ in first })
  }

  func cell(_ id: String) throws -> Snapshot.Cell {
    let text = try required("\(id)_status")
    guard let status = Status(rawValue: text) else {
      throw Problem(
        "'\(text)' is no status that this version knows", at: table.place(row: row),
        remedy: "compare with another release")
    }
    return Snapshot.Cell(value: status.hasValue ? number(id) : nil, status: status)
  }

  func score(_ id: String, isSevere: Bool) -> Snapshot.Score {
    let drivers = text("\(id)_drivers").flatMap {
      try? JSONDecoder().decode([String: Double].self, from: Data($0.utf8))
    }
    return Snapshot.Score(
      score: number("\(id)_score"), rank: text("\(id)_rank").flatMap { Int($0) },
      isSevere: isSevere, cluster: text("\(id)_cluster").flatMap(Cluster.init(rawValue:)),
      isHotspot: text("\(id)_hotspot").map { $0 == "true" }, drivers: drivers ?? [:])
  }
}
