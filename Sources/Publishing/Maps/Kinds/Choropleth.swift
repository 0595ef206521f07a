import Cartography
import CompositeIndex
import Diagnostics
import Geography
import Indicators

/// A map of one measure in classes: an indicator, or the score of an index.
struct Choropleth: AtlasMap {
  let definition: MapDefinition
  let measure: Measure
  let breaks: ClassBreaks
  let palette: Palette
  /// Whether water is drawn where the atlas has some.
  let hasWater: Bool

  /// Classes and colours for a measure.
  ///
  /// - Parameter series: the values of all maps of its series, that have classes in common; nil
  ///   for classes of its own.
  /// - Throws: a `Problem` that names the map when classification or palette do not fit.
  init(
    _ definition: MapDefinition, _ measure: Measure, hasWater: Bool = true,
    series: [Double]? = nil
  ) throws {
    self.definition = definition
    self.measure = measure
    self.hasWater = hasWater
    let values = measure.statisticalValues
    (breaks, palette) = try definition.naming {
      let classed = series ?? values
      let count =
        definition.classCount ?? max(1, min(5, ClassBreaks.distinctCount(classed.sorted())))
      var breaks = try ClassBreaks(
        classed,
        by: Classification(
          named: definition.classification, count: count, bounds: definition.classBounds))
      if series != nil { breaks = ClassBreaks(values, as: breaks) }
      return (breaks, try Palette(named: definition.palette, count: breaks.count))
    }
  }

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    let words = context.words
    let finding = MeasureFinding(measure, context)
    return MapSheet(
      id: "\(definition.id)-\(context.language)", language: context.language,
      headline: definition.title?[context.language] ?? finding.headline,
      subtitle: measure.subtitle(words), badge: finding.badge, description: finding.description,
      areasLabel: context.areasTitle, areas: areas(in: context, named: finding.named),
      legend: legend(in: context), notes: finding.notes,
      credits: context.credits(sources: sources), distanceUnits: context.distanceUnits)
  }

  var sources: [String] { measure.sources }

  func title(in context: MapContext) -> String { measure.title.text(in: context.language) }

  func table(in context: MapContext) -> MapTable { MapTable(self, context) }

  /// How the classes were made.
  func note(in context: MapContext) -> String? {
    context.words(
      .classesBy,
      [
        "method": definition.classification,
        "fit": NumberText.fixed(breaks.goodnessOfFit, decimals: 2),
      ])
  }

  /// The class of an area, from 0; nil where it stands outside the classes.
  func classIndex(_ area: Int) -> Int? {
    let cell = measure.cells[area]
    return cell.entersStatistics ? cell.value.flatMap(breaks.index) : nil
  }

  private func areas(in context: MapContext, named: Set<Int>) -> [MapArea] {
    measure.cells.indices.map { area in
      let cell = measure.cells[area]
      let status = measure.statusWord(cell)
      let name = context.name(area)
      // Of thousands of areas none repeats the unit, which the subtitle says.
      let isBrief = measure.cells.count > BaseMap.mostDetailedAreas
      var phrase =
        cell.value.map {
          isBrief ? measure.short($0, context.words) : measure.long($0, context.words)
        } ?? context.words[status.explained]
      if cell.value != nil, status != .ok { phrase += ", " + context.words[status] }
      let fill =
        classIndex(area).map { Fill.color(palette.colors[$0]) } ?? status.fill
        ?? Word.unreliable.fill ?? .color(.white)
      return MapArea(
        code: context.atlas.layer.areas[area].code, name: name,
        value: cell.value.map { measure.short($0, context.words) },
        description: "\(name): \(phrase)", fill: fill, priority: named.contains(area) ? 1 : 0)
    }
  }

  private func legend(in context: MapContext) -> Legend {
    let words = context.words
    let texts = classTexts(words)
    var others = Word.outsideClasses.compactMap { word -> Legend.Row? in
      let count = measure.cells.indices.count {
        classIndex($0) == nil && measure.statusWord(measure.cells[$0]) == word
      }
      return count == 0 ? nil : Legend.Row(fill: word.fill, text: words.headed(word), count: count)
    }
    if hasWater, !context.atlas.water.isEmpty {
      others.append(Legend.Row(fill: Word.water.fill, text: words.headed(.water)))
    }
    return Legend(
      label: words[.legend], title: words[.classTitle], countTitle: context.areasTitle,
      classes: texts.indices.map {
        Legend.Row(
          fill: .color(palette.colors[$0]), text: texts[$0], count: breaks.counts[$0])
      },
      othersTitle: others.isEmpty ? "" : words[.alsoShown], others: others)
  }

  /// The bounds of each class in words: `27.1 to 45.0`, `over 45.0 to 60.2`; the values
  /// themselves where each has a class of its own.
  func classTexts(_ words: Words) -> [String] {
    breaks.texts(
      of: measure.statisticalValues, decimals: measure.decimals,
      unit: measure.unit.text(in: words.language), words)
  }
}

extension ClassBreaks {
  /// The bounds of each class in words, at least with so many decimals.
  func texts(of values: [Double], decimals: Int, unit: String, _ words: Words) -> [String] {
    let bounds = [lowerBound] + upperBounds
    let decimals = NumberText.decimals(toTellApart: bounds, from: decimals)
    let texts = bounds.map { NumberText.short($0, decimals: decimals, unit: unit) }
    if Set(values).sorted() == upperBounds { return Array(texts.dropFirst()) }
    return upperBounds.indices.map { index in
      if index == 0, bounds[0] == bounds[1] { return texts[0] }
      // A class that somebody asked for, below all values.
      if index == 0, bounds[0] > bounds[1] { return words(.upTo, ["high": texts[1]]) }
      return words(index == 0 ? .range : .over, ["low": texts[index], "high": texts[index + 1]])
    }
  }
}
