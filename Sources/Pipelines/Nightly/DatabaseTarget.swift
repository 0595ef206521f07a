import Foundation
import GDALAccess
import Indicators
import Publishing

extension PublishSection.Target {
  /// Writes a release into the schema, in one transaction.
  ///
  /// - Parameter release: what the name of the release ends with, so that a night that says the
  ///   same takes the place of its rows.
  /// - Throws: `Problem` with what the server says; the schema is then as it was.
  func publish(_ atlas: Atlas, _ join: JoinReport, release: String) throws {
    let script = try DatabaseScript(
      of: atlas, join: join, layer: try atlas.layer.cutAtAntimeridian(), release: release,
      schema: schema)
    try Database(connection: database.value).run(script.text, at: database.place)
  }
}

extension Provenance {
  /// What the name of a release of these files ends with.
  func content(of files: [PublishedFile]) -> String {
    String(sha256Hex(of: manifest(of: files).bytes).prefix(12))
  }
}
