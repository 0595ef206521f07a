import Cartography
public import Diagnostics
import Geography
public import TextShaping

/// The maps of an atlas as files, and what is to be said about them.
public struct DrawnMaps: Sendable {
  /// The maps, their pages and the style sheet.
  public var files: [PublishedFile] = []
  /// What is no failure but should be known: classes that look alike, files that are too large,
  /// letters that cannot be drawn.
  public var warnings: [Problem] = []
  /// The fonts whose letters are in the files.
  public var fonts: [FontFile] = []
  /// How far lines were simplified, in a few words; empty where nothing was left out.
  public var detail = ""

  /// Nothing drawn.
  public init() {}
}

extension DrawnMaps {
  /// Adds other drawings after these.
  mutating func add(_ other: DrawnMaps) {
    files += other.files
    warnings += other.warnings
    fonts += other.fonts
    if detail.isEmpty { detail = other.detail }
  }

  /// Notes what was left out of the lines of a map, where that is more than of others.
  mutating func note(_ report: SimplificationReport?, areas: [Area], format: SheetFormat) {
    guard let report, report.verticesAfter < report.verticesBefore, detail.isEmpty else { return }
    detail =
      "lines drawn with \(NumberText.fixed(Double(report.verticesAfter), decimals: 0)) of "
      + "\(NumberText.fixed(Double(report.verticesBefore), decimals: 0)) vertices"
    if let area = report.mostChangedArea, abs(report.largestSizeChange) >= 0.0001 {
      detail +=
        ", sizes changed by up to \(NumberText.fixed(abs(report.largestSizeChange) * 100, decimals: 2))"
        + " % (\(areas[area].label(in: "en")))"
    }
  }

  /// Warns of areas that are too small to be seen.
  mutating func warn(ofVanished areas: [Int], of atlas: Atlas) {
    if areas.isEmpty { return }
    let word = areas.count == 1 ? atlas.boundaries.areaWord : atlas.boundaries.areasWord
    let names = areas.prefix(3).map { "'\(atlas.layer.areas[$0].label(in: "en"))'" }
      .joined(separator: ", ")
    warnings.append(
      Problem(
        "\(areas.count) \(word.text(in: "en")) cannot be seen on the maps, being smaller than a "
          + "pixel: \(names)\(areas.count > 3 ? " and \(areas.count - 3) more" : "")",
        remedy: "add a map whose areas are all of one size under 'maps.more': {kind: tiles, of: …}"
      ))
  }

  /// Notes a file that is larger than its map may be.
  mutating func check(_ file: PublishedFile, of definition: MapDefinition) {
    guard case .bytes(let limit) = definition.detail, file.size > limit else { return }
    warnings.append(
      Problem(
        "map '\(definition.id)': '\(file.path)' takes "
          + "\(NumberText.fixed(Double((file.size + 999) / 1000), decimals: 0)) kB, more than the "
          + "\(NumberText.fixed(Double(limit / 1000), decimals: 0)) kB that it may",
        remedy: "allow more under 'simplify': texts and the least lines of so many areas need it"))
  }

  /// Notes classes of a map that somebody could take for one another.
  mutating func check(
    _ sheet: MapSheet, of definition: MapDefinition, _ options: MapOptions
  ) {
    let colors = sheet.legend.classes.compactMap { row -> Color? in
      if case .color(let color) = row.fill { color } else { nil }
    }
    // Where print has a drawing of its own, its classes are as many greys.
    let visions = ColorVision.allCases.filter {
      $0 != .greyscale || !options.variants.contains(.print)
    }
    let least = options.leastColorDifference
    for likeness in Palette.likenesses(of: colors, below: least, to: visions) {
      let names = Palette.alternatives(
        to: definition.palette, count: colors.count, above: least, to: visions
      ).prefix(5)
      let remedy = names.isEmpty ? "" : "use \(names.joined(separator: ", ")), "
      let eye = likeness.vision
      warnings.append(
        Problem(
          "map '\(definition.id)': classes \(likeness.first + 1) and \(likeness.second + 1) of "
            + "'\(definition.palette)' look alike "
            + (eye == .normal
              ? "to everybody" : eye == .greyscale ? "in black and white" : "with \(eye.rawValue)")
            + " (CIEDE2000 \(NumberText.fixed(likeness.difference, decimals: 1)), at least "
            + "\(NumberText.fixed(least, decimals: 1)) is asked for)",
          remedy: remedy
            + (eye == .greyscale
              ? "add 'print' to 'formats'"
              : remedy.isEmpty ? "ask for fewer classes" : "fewer classes")
            + ", or a smaller 'colour_difference'"))
    }
  }
}
