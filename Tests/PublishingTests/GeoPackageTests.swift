import Foundation
import GDALAccess
import Publishing
import Testing

@Suite struct GeoPackageTests {
  @Test("Both files of GDAL start as their formats do.")
  func signatures() throws {
    let files = try publishedFiles(of: SampleAtlas.atlas)
    let package = try #require(files.first { $0.path == "atlas.gpkg" })
    #expect(String(decoding: package.bytes.prefix(15), as: UTF8.self) == "SQLite format 3")
    // Bytes 18 and 19 are 2 in a write-ahead log, which read-only folders can't open.
    #expect(Array(package.bytes[18...19]) == [1, 1])
    let flat = try #require(files.first { $0.path == "atlas.fgb" })
    #expect(Array(flat.bytes.prefix(4)) == [0x66, 0x67, 0x62, 0x03])
  }

  @Test("Two indicators of the same title are no obstacle.")
  func sameTitles() throws {
    var atlas = SampleAtlas.atlas
    atlas.matrix.columns[1].indicator.title = atlas.matrix.columns[0].indicator.title
    #expect(try publishedFiles(of: atlas).contains { $0.path == "atlas.gpkg" })
  }
}
