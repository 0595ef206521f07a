internal import Cartography
internal import Geography

/// A style of QGIS: rules with their symbols, names on the map, a note on the area under the
/// pointer, and readable names of the columns.
///
/// Written for QGIS 3.4 and later; properties stand as `prop`, which all of them read.
struct StyleDocument {
  let rules: [StyleRule]
  /// Every column of the layer.
  let fields: [AtlasField]
  /// The columns that the note shows.
  let shown: [AtlasField]
  let language: String

  /// The document.
  var text: String {
    var xml = MarkupWriter()
    xml.raw("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n")
    xml.open(
      "qgis",
      [("version", "3.22"), ("styleCategories", "AllStyleCategories"), ("labelsEnabled", "1")])
    writeRenderer(to: &xml)
    writeLabels(to: &xml)
    xml.element("mapTip", text: note)
    xml.element("previewExpression", text: "\"\(nameColumn)\"")
    xml.open("aliases")
    for (index, field) in fields.enumerated() {
      // The first column of the layer is `fid`.
      xml.empty(
        "alias",
        [("index", "\(index + 1)"), ("field", field.name), ("name", field.alias(in: language))])
    }
    xml.close()
    xml.element("layerGeometryType", text: "2")
    xml.close()
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private var nameColumn: String { "name_\(language)" }

  private func writeRenderer(to xml: inout MarkupWriter) {
    // With symbol levels outlines and triangles lie over the fills of all areas.
    xml.open(
      "renderer-v2", [("type", "RuleRenderer"), ("symbollevels", "1"), ("forceraster", "0")])
    xml.open("rules", [("key", "{root}")])
    for (index, rule) in rules.enumerated() {
      xml.empty(
        "rule",
        [
          ("key", "{rule-\(index)}"), ("symbol", "\(index)"), ("label", rule.label),
          ("filter", rule.condition),
        ])
    }
    xml.close()
    xml.open("symbols")
    for (index, rule) in rules.enumerated() { rule.mark.write(to: &xml, name: "\(index)") }
    xml.close()
    xml.close()
  }

  private func writeLabels(to xml: inout MarkupWriter) {
    xml.open("labeling", [("type", "simple")])
    xml.open("settings")
    xml.open(
      "text-style",
      [
        ("fieldName", nameColumn), ("isExpression", "0"), ("fontFamily", "Noto Sans"),
        ("fontSize", "8"), ("fontSizeUnit", "Point"), ("textColor", Color.ink.components),
      ])
    xml.empty(
      "text-buffer",
      [
        ("bufferDraw", "1"), ("bufferSize", "0.7"), ("bufferSizeUnits", "MM"),
        ("bufferColor", Color.white.components),
      ])
    xml.close()
    // Over a point within the area, the one that a triangle stands above.
    xml.empty("placement", [("placement", "1"), ("centroidInside", "1")])
    xml.close()
    xml.close()
  }

  /// What QGIS shows of the area under the pointer, as HTML with expressions.
  private var note: String {
    let lines = shown.map { field in
      // Markup in a title must stay text, and must not end the expression.
      let title: HTML = "\(field.title.text(in: language).replacing("[%", with: "["))"
      return "<br>\(title.text): [% coalesce(\"\(field.name)\", '–') %]"
    }
    return "<b>[% \"\(nameColumn)\" %]</b>" + lines.joined()
  }
}

extension AtlasField {
  /// Its title, with its unit where it has one and the title does not say it.
  func alias(in language: String) -> String {
    let title = title.text(in: language)
    guard let unit = unit?.text(in: language), !unit.isEmpty else { return title }
    return "\(title) (\(unit))"
  }
}
