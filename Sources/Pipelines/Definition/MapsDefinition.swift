import Cartography
import Diagnostics
import Geography
import Publishing

/// The `maps:` section: how maps are classed and coloured, for all and one by one.
struct MapsDefinition: Sendable {
  /// How one map differs from the others.
  struct Style: Sendable {
    /// Headline in place of the generated one.
    var title: LocalizedText?
    /// Name of the classification.
    var classification: Placed<String>?
    /// Number of classes.
    var classCount: Int?
    /// Name of the palette.
    var palette: Placed<String>?

    init(_ section: Section) {
      title = section.localized("title")
      classification = section.placedText("classes")
      classCount = section.integer("class_count", in: 2...9)
      palette = section.placedText("palette")
      if let palette { section.check(palette) { _ = try Palette(named: $0, count: 3) } }
      if let classification {
        section.check(classification) { _ = try Classification(named: $0, count: 3) }
      }
    }

    init() {}
  }

  /// What holds for every map.
  var common: Style
  /// Indicators with values in fewer areas get no map.
  var minimumAreas: Int
  /// What holds for single maps, by map id.
  var single: [(id: Placed<String>, style: Style)]

  /// Maps of other kinds, beside those that every indicator and index gets.
  var more: [MapSection]

  init(_ section: Section?) {
    guard let section else {
      common = Style()
      minimumAreas = 5
      (single, more) = ([], [])
      return
    }
    common = Style(section)
    minimumAreas = section.integer("minimum_areas", in: 1...Int.max) ?? 5
    single = section.namedSections("each").map { name, inner in
      defer { inner.finish() }
      return (name, Style(inner))
    }
    more = section.namedSections("more").compactMap { MapSection($0.name, $0.section) }
    section.finish()
  }
}

extension Section {
  /// Notes what `make` throws for a name, at the place of the name.
  fileprivate func check(_ name: Placed<String>, _ make: (String) throws -> Void) {
    do {
      try make(name.value)
    } catch let problem as Problem {
      log.problems.add(problem.what, at: name.place, remedy: problem.remedy)
    } catch {
      log.problems.add("\(error)", at: name.place)
    }
  }
}
