import Diagnostics
import Indicators

/// The `sources:` section: who says so, and on what terms.
///
/// Sources stand in the definition itself, in a table (`sources_file`), or in both;
/// the definition's own wording wins.
enum SourcesDefinition {
  static func read(_ root: Section) -> [Placed<Source>] {
    root.namedSections("sources").map { name, section in
      defer { section.finish() }
      return Placed(
        Source(
          id: name.value,
          title: section.text("title", required: true) ?? "",
          publisher: section.text("publisher") ?? "",
          year: section.text("year") ?? "n.d.",
          location: section.text("where") ?? "",
          licence: section.text("licence") ?? "not stated"),
        at: name.place)
    }
  }
}
