import Cartography
import Diagnostics
import GDALAccess
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
    /// Upper bounds of classes, in place of a classification; empty for none.
    var classBounds: [Double] = []
    /// How far lines are simplified.
    var detail: Detail?
    /// The series of maps that has classes in common.
    var series: String?

    /// - Parameters:
    ///   - hasTitle: whether one headline fits what it holds for.
    ///   - hasSeries: whether it can share its classes.
    init(_ section: Section, hasTitle: Bool = true, hasSeries: Bool = true) {
      if hasTitle { title = section.localized("title") }
      classification = section.placedText("classes")
      classCount = section.integer("class_count", in: 2...9)
      palette = section.placedText("palette")
      classBounds = section.ascendingNumbers("class_bounds")
      if let palette { section.check(palette) { _ = try Palette(named: $0, count: 3) } }
      if let classification {
        section.check(classification) {
          _ = try Classification(named: $0, count: 3, bounds: $0 == "manual" ? classBounds : [])
        }
      }
      if let text = section.placedText("simplify") {
        section.check(text) { detail = try Detail($0) }
      }
      if hasSeries { series = section.text("series") }
    }

    init() {}
  }

  /// What holds for every map.
  var common: Style
  /// Indicators with values in fewer areas get no map.
  var minimumAreas: Int
  /// How different any two classes must look to anybody, CIEDE2000.
  var colorDifference = Palette.leastDifference
  /// Gaps and overlaps between areas up to this size are closed in drawings, in square metres; 0
  /// closes none.
  var slivers = 0.0
  /// How the globe is laid flat; nil for an equal-area projection that fits the extent.
  var projection: Placed<MapProjection>?
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
    common = Style(section, hasTitle: false, hasSeries: false)
    colorDifference = section.number("colour_difference", in: 0...100) ?? colorDifference
    slivers = section.number("slivers", in: 0...1e9) ?? slivers
    minimumAreas = section.integer("minimum_areas", in: 1...Int.max) ?? 5
    single = section.namedSections("each").map { name, inner in
      defer { inner.finish() }
      return (name, Style(inner))
    }
    more = section.namedSections("more").compactMap { MapSection($0.name, $0.section) }
    if let text = section.placedText("projection") {
      section.check(text) { projection = Placed(try MapProjection.declared($0), at: text.place) }
    }
    section.finish()
  }
}

extension Section {
  /// Numbers that ascend, each once.
  fileprivate func ascendingNumbers(_ key: String) -> [Double] {
    let numbers = numbers(key, in: -1e300...1e300)
    if zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) {
      log.add(
        "the numbers of '\(shown(key))' do not ascend", at: place(of: key),
        remedy: "give each upper bound once, the smallest first")
    }
    return numbers
  }

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
