import Diagnostics
import Indicators

/// One entry of the `tables:` section: a file of figures and how it is read.
struct TableSection {
  var definition: TableDefinition
  var origin: Origin
  /// Sheet, layer or database table; nil where there is only one.
  var layer: Placed<String>?
  /// Code page of the texts, for dBASE tables that do not say theirs: `CP1252`.
  var encoding: Placed<String>?
  /// The crosswalk that moves its figures to the atlas's areas.
  var crosswalk: Placed<String>?

  init?(_ id: Placed<String>, _ section: Section, project: Project) {
    defer { section.finish() }
    layer = section.placedText("layer")
    encoding = section.placedText("encoding")
    crosswalk = section.placedText("crosswalk")
    let columns = TableColumns(section.section("columns"))
    let match = section.list("match")?.map(\.value)
    definition = TableDefinition(
      id: id.value, file: "", layout: section.word("layout", TableDefinition.Layout.self) ?? .long,
      columns: columns,
      missing: [""] + (section.list("missing") ?? []).map(\.value),
      codeSystems: section.list("code_system")?.map(\.value) ?? [Gazetteer.layerSystem],
      aliases: section.texts("aliases"),
      usesAliases: match?.contains("alias") ?? true, usesNames: match?.contains("name") ?? true,
      otherAreas: (section.list("other_areas") ?? []).map(\.value),
      flags: Flag.customary.merging(section.flags("flags")) { $1 },
      areaSet: section.text("area_set"), changedAreas: section.texts("changed_areas"),
      unmatchedRows: section.word("unmatched_rows", TableDefinition.UnmatchedRows.self) ?? .fail,
      place: id.place)
    guard let origin = Origin(section, project: project, mayBeMissing: true) else { return nil }
    self.origin = origin
    if var file = origin.file, file.problem == nil, isText, file.size > TableLimits().bytes {
      file.problem = TableLimits().tooLarge(file.name)
      self.origin = .file(file)
    }
    definition.file = origin.name
  }
}

extension TableColumns {
  init(_ section: Section?) {
    self.init()
    guard let section else { return }
    areaCode = section.text("area_code")
    areaName = section.text("area_name")
    indicator = section.text("indicator")
    value = section.text("value")
    unit = section.text("unit")
    period = section.text("period")
    standardError = section.text("standard_error")
    sampleSize = section.text("sample_size")
    flag = section.text("flag")
    source = section.text("source")
    note = section.text("note")
    section.finish()
  }
}

extension Section {
  /// `text: text` pairs whose order does not matter.
  fileprivate func texts(_ key: String) -> [String: String] {
    Dictionary((pairs(key) ?? []).map { ($0.name.value, $0.value.value) }) { first, _ in first }
  }

  /// `text in the flag column: status` pairs.
  fileprivate func flags(_ key: String) -> [String: Flag] {
    var flags: [String: Flag] = [:]
    for (name, value) in pairs(key) ?? [] {
      if let flag = Flag.customary[value.value] {
        flags[name.value] = flag
      } else {
        let known = Flag.customary.keys.filter { !$0.contains("_") }.sorted()
        log.add(
          "'\(value.value)' is no status ('\(shown(key))')", at: value.place,
          remedy: "write one of \(known.joined(separator: ", "))")
      }
    }
    return flags
  }
}
