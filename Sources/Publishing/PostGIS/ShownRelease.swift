internal import GDALAccess

/// Which release the views of a schema show, as a script that the server refuses where it cannot
/// be so.
public struct ShownRelease: Sendable {
  private let release: String
  private let schema: String

  /// A release, by what its name ends with, in a schema that releases were published into.
  public init(_ release: String, schema: String) {
    self.release = release
    self.schema = schema
  }

  /// Refused unless the views show it.
  public var check: String {
    script(
      "IF (SELECT release FROM \(releases) ORDER BY published DESC, release DESC LIMIT 1)"
        + " IS DISTINCT FROM \(sqlText(release))", "the views show another release")
  }

  /// Makes the views show it; refused where it is not in the tables.
  public var change: String {
    script(
      "UPDATE \(releases) SET published = clock_timestamp() WHERE release = \(sqlText(release));"
        + " IF NOT FOUND", "there is no release \(release) in the schema \(schema)")
  }

  private var releases: String { "\(sqlName(schema)).releases" }

  private func script(_ refusal: String, _ message: String) -> String {
    "DO $shown$ BEGIN \(refusal) THEN RAISE EXCEPTION USING MESSAGE = \(sqlText(message));"
      + " END IF; END $shown$;"
  }
}
