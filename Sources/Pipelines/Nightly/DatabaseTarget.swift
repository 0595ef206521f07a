import Foundation
import GDALAccess
import Indicators
import Publishing

extension PublishSection.Target {
  /// Writes a release into the schema, in one transaction.
  ///
  /// - Parameter release: what the name of the release ends with, so that a night that says the
  ///   same takes the place of its rows.
  /// - Throws: `RunFailure` with what the server says; the schema is then as it was.
  func publish(_ atlas: Atlas, _ join: JoinReport, release: String) throws {
    let script = try DatabaseScript(
      of: atlas, join: join, layer: try atlas.layer.cutAtAntimeridian(), release: release,
      schema: schema)
    try run(script.text)
  }

  /// Whether the views of the schema show a release, as far as the server tells.
  func shows(_ release: Release) -> Bool {
    (try? run(ShownRelease(release.content, schema: schema).check)) != nil
  }

  /// Makes the views of the schema show a release that was published into it.
  ///
  /// - Throws: `RunFailure` with what the server says; the views then show what they did.
  func show(_ release: Release) throws {
    try run(ShownRelease(release.content, schema: schema).change)
  }

  private func run(_ script: String) throws {
    do {
      try Database(connection: database.value).run(script, at: database.place)
    } catch {
      // The definition may be in order, although the problem points at it.
      throw RunFailure(error, kind: .run)
    }
  }
}
