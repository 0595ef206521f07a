import CGDAL
import Diagnostics
import Foundation

// What a file may do besides holding data: SQLite tables may be made by modules that read other
// files, views run queries, and archives unpack to any size.

extension Dataset {
  /// Modules of SQLite that keep their data in the file itself.
  private static let harmlessModules = ["rtree", "rtree_i32", "fts3", "fts4", "fts5"]

  /// Refuses SQLite and GeoPackage files with tables that a module makes up, and views: both
  /// run what whoever made the file wants, such as reading another file or never ending.
  ///
  /// - Throws: `Problem` that names the first of them.
  func refuseActiveContent(of source: LayerSource) throws {
    guard ["SQLite", "GPKG"].contains(driver) else { return }
    for entry in try query("SELECT type, name, sql FROM sqlite_master ORDER BY name") {
      let isLayer = source.layer.map { $0 == entry[1] } ?? layerNames.contains(entry[1])
      if Self.isMadeByModule(entry[2]) {
        throw Problem(
          "the table '\(entry[1])' is made by a module of SQLite that may read other files",
          at: source.place(), remedy: "export what you need as a plain table")
      }
      if entry[0] == "view", isLayer {
        throw Problem(
          "'\(entry[1])' is a view, which runs a query that the file brings along",
          at: source.place(), remedy: "export it as a plain table")
      }
    }
  }

  /// The tables of a SQLite file without geometry, which GDAL opens by name and does not list.
  var plainTables: [String] {
    let rows = try? query(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        + "AND name NOT IN ('geometry_columns', 'spatial_ref_sys') ORDER BY rowid")
    return (rows ?? []).map { $0[0] }
  }

  /// Whether the statement makes a virtual table, harmless modules left out.
  ///
  /// The text is what the file says, so it may be written in any way that SQLite understands.
  static func isMadeByModule(_ statement: String) -> Bool {
    let plain = statement.replacing(/\/\*.*?\*\/|--[^\n]*/.dotMatchesNewlines(), with: " ")
    guard plain.contains(/create\s+virtual\s+table/.ignoresCase()) else { return false }
    let usual =
      /\s*create\s+virtual\s+table\s+(?:if\s+not\s+exists\s+)?(?:"[^"]*"|'[^']*'|`[^`]*`|\[[^\]]*\]|\w+)\s+using\s+(\w+)\b.*/
      .ignoresCase().dotMatchesNewlines()
    guard let match = plain.wholeMatch(of: usual) else { return true }
    return !harmlessModules.contains(match.1.lowercased())
  }

  /// The rows that the data set answers, missing cells as empty text.
  func query(_ statement: String) throws -> [[String]] {
    try withResult(of: statement) { result in
      var rows: [[String]] = []
      while let next = OGR_L_GetNextFeature(result) {
        defer { OGR_F_Destroy(next) }
        rows.append(
          (0..<OGR_F_GetFieldCount(next)).map { column in
            OGR_F_GetFieldAsString(next, column).map { String(cString: $0) } ?? ""
          })
      }
      return rows
    }
  }
}

extension LayerSource {
  /// The most that an archive (a workbook is one) may hold when it is unpacked, in bytes.
  private static let largestArchive: UInt64 = 100 << 20

  /// Refuses an archive that would fill the memory when it is unpacked.
  ///
  /// - Throws: `Problem`.
  func refuseLargeArchive() throws {
    guard let handle = FileHandle(forReadingAtPath: file) else { return }
    defer { try? handle.close() }
    guard let start = try? handle.read(upToCount: 4), Array(start) == [0x50, 0x4B, 3, 4] else {
      return
    }
    guard let folder = VSIOpenDir("/vsizip/{\(file)}", -1, nil) else { return }
    defer { VSICloseDir(folder) }
    var size: UInt64 = 0
    while let entry = VSIGetNextDirEntry(folder), size <= Self.largestArchive {
      size += entry.pointee.nSize
    }
    if size > Self.largestArchive {
      throw Problem(
        "it unpacks to more than \(Self.largestArchive >> 20) MB", at: place(),
        remedy: "leave out what nothing reads, or save the table as CSV")
    }
  }
}
