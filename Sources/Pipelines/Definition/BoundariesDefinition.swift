import Diagnostics
import Geography

/// The `boundaries:` section: which areas there are.
struct BoundariesDefinition: Sendable {
  /// What is read.
  var origin: Origin
  /// Layer within it; nil where there is only one.
  var layer: Placed<String>?
  /// Column of the area codes.
  var key: Placed<String>
  /// Columns of the names to print, by language.
  var names: [(language: String, column: Placed<String>)]
  /// Coordinate reference system, for files that do not say theirs: `EPSG:32648`.
  var crs: Placed<String>?
  /// Code page of the names, for Shapefiles that do not say theirs: `CP1252`.
  var encoding: Placed<String>?
  /// Credit line.
  var attribution: String
  /// Licence of the lines.
  var licence: String
  /// What one area is called.
  var areaWord: LocalizedText
  /// What several are called.
  var areasWord: LocalizedText
  /// The set of areas this is, for tables that are written for another: `khm-25`.
  var areaSet: String?

  init?(_ section: Section, project: Project) {
    defer { section.finish() }
    layer = section.placedText("layer")
    crs = section.placedText("crs")
    encoding = section.placedText("encoding")
    attribution = section.text("attribution") ?? ""
    licence = section.text("licence") ?? ""
    areaWord = section.localized("area_word") ?? LocalizedText(["en": "area", "km": "តំបន់"])
    areasWord = section.localized("areas_word") ?? LocalizedText(["en": "areas", "km": "តំបន់"])
    areaSet = section.text("area_set")
    names = (section.pairs("names") ?? []).map { ($0.name.value, $0.value) }
    let key = section.placedText("key", required: true)
    guard let origin = Origin(section, project: project), let key else { return nil }
    self.origin = origin
    self.key = key
  }
}
