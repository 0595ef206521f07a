import Cartography
import Geography
import Indicators

/// A map of circles in place: as large as an indicator's values, such as people, and coloured by
/// another measure where one is named.
struct SymbolMap: AtlasMap {
  let definition: MapDefinition
  private let sizes: CircleSizes
  private let choropleth: Choropleth?
  private let plain: Color
  private let ground: Ground

  /// Radius of the largest circle as a share of the ground's breadth.
  private static let largest = 0.085

  /// Circles for the sizes, classes for the colours.
  ///
  /// - Throws: a `Problem` that names the map when sizes, classification or palette do not fit.
  init(_ definition: MapDefinition, size: Measure, color: Measure?, on ground: Ground) throws {
    self.definition = definition
    sizes = try CircleSizes(
      size, of: definition, largestRadius: SymbolMap.largest * ground.breadth)
    choropleth = try color.map { try Choropleth(definition, $0) }
    plain = try definition.naming { try Palette(named: definition.palette, count: 5).colors[2] }
    var ground = ground
    let sizes = sizes
    ground.circles = ground.innerCenters.enumerated().map { area, center in
      sizes.radius(area).flatMap { $0 > 0 ? Circle(center: center, radius: $0) : nil }
    }
    self.ground = ground
  }

  var sources: [String] { (choropleth.map { [$0.measure] } ?? []).sources(and: sizes.measure) }

  func base(for format: SheetFormat) -> BaseMap? { BaseMap(ground, format: format) }

  func title(in context: MapContext) -> String {
    let size = sizes.measure.title.text(in: context.language)
    return choropleth.map {
      context.words(.coloredSymbolsOf, ["size": size, "title": $0.title(in: context)])
    } ?? context.words(.symbolsOf, ["size": size])
  }

  func note(in context: MapContext) -> String? { choropleth?.note(in: context) }

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    let words = context.words
    let finding = MeasureFinding(sizes.measure, context)
    var sheet =
      choropleth?.sheet(in: context)
      ?? MapSheet(
        id: "\(definition.id)-\(context.language)", language: context.language,
        headline: definition.title?[context.language] ?? finding.headline, subtitle: "",
        badge: finding.badge, description: finding.description, areasLabel: context.areasTitle,
        areas: plainAreas(context), legend: plainLegend(context), notes: finding.notes,
        credits: context.credits(sources: sources), distanceUnits: context.distanceUnits)
    let colored = choropleth.map {
      "; \($0.title(in: context)): \($0.measure.subtitle(words))"
    }
    sheet.subtitle =
      words(
        .circleSize,
        [
          "size": sizes.measure.title.text(in: context.language),
          "measure": sizes.measure.subtitle(words),
        ]) + (colored ?? "")
    sheet.credits = context.credits(sources: sources)
    var missing = sizes.missing(context)
    if definition.title?[context.language] == nil, let share = worstShare(context) {
      sheet.headline = share
      missing = unclassed(context) + missing
    }
    sheet.notes += missing
    sheet.description = ([sheet.description] + missing).joined(separator: " ")
    for area in sheet.areas.indices where choropleth != nil {
      sheet.areas[area].description += "; " + sizes.phrase(area, words)
    }
    for area in sheet.areas.indices {
      let word = sizes.measure.statusWord(sizes.measure.cells[area])
      sheet.areas[area].symbol = sheet.areas[area].fill
      sheet.areas[area].fill =
        sizes.radius(area) == nil ? word.fill ?? .color(.white) : .color(SymbolMap.land)
    }
    if let choropleth {
      sheet.legend.others =
        outside(choropleth, words) + sheet.legend.others.filter { $0.count == nil }
    }
    sheet.legend.sizes = sizes.legend(words, fill: .color(choropleth == nil ? plain : .white))
    return sheet
  }

  /// Areas without a class, by what is drawn in them; what is drawn only where a size is missing
  /// stands there without a count, for those areas count in their class.
  private func outside(_ choropleth: Choropleth, _ words: Words) -> [Legend.Row] {
    let cells = sizes.measure.cells
    let sizeless = Set(
      cells.indices.filter { sizes.radius($0) == nil }.map { sizes.measure.statusWord(cells[$0]) })
    let statuses = cells.indices.compactMap { area in
      choropleth.classIndex(area) == nil
        ? choropleth.measure.statusWord(choropleth.measure.cells[area]) : nil
    }
    return Word.outsideClasses.compactMap { word in
      let count = statuses.count { $0 == word }
      return count == 0 && !sizeless.contains(word)
        ? nil
        : Legend.Row(
          fill: word.fill, text: words.headed(word), count: count == 0 ? nil : count)
    }
  }

  /// What areas with a circle are filled with.
  private static let land = Color(0xFBFAF7)

  private func plainAreas(_ context: MapContext) -> [MapArea] {
    let values = sizes.measure.cells.indices.sorted {
      (-(sizes.measure.cells[$0].value ?? 0), $0) < (-(sizes.measure.cells[$1].value ?? 0), $1)
    }
    let named = Set(values.prefix(3))
    return sizes.measure.cells.indices.map { area in
      let name = context.name(area)
      return MapArea(
        code: context.atlas.layer.areas[area].code, name: name,
        value: sizes.measure.cells[area].value.map { sizes.measure.short($0, context.words) },
        description: "\(name): \(sizes.phrase(area, context.words))", fill: .color(plain),
        priority: named.contains(area) ? 1 : 0)
    }
  }

  private func plainLegend(_ context: MapContext) -> Legend {
    let words = context.words
    var others = Word.outsideClasses.compactMap { word -> Legend.Row? in
      let count = sizes.measure.cells.count {
        $0.value == nil && sizes.measure.statusWord($0) == word
      }
      return count == 0 ? nil : Legend.Row(fill: word.fill, text: words.headed(word), count: count)
    }
    if !context.atlas.water.isEmpty {
      others.append(Legend.Row(fill: Word.water.fill, text: words.headed(.water)))
    }
    return Legend(
      label: words[.legend], title: "", countTitle: context.areasTitle, classes: [],
      othersTitle: others.isEmpty ? "" : words[.alsoShown], others: others)
  }

  /// How much lies in areas without a class, which no share counts.
  private func unclassed(_ context: MapContext) -> [String] {
    guard let choropleth else { return [] }
    let areas = choropleth.measure.cells.indices.filter {
      choropleth.classIndex($0) == nil && sizes.measure.cells[$0].value != nil
    }
    return areas.isEmpty
      ? []
      : [
        context.words(
          .unclassedSize,
          [
            "value": sizes.measure.long(sum(areas), context.words),
            "areas": context.names(areas, limit: 10),
          ])
      ]
  }

  /// The sizes of some areas together.
  private func sum(_ areas: [Int]) -> Double {
    areas.reduce(0) { $0 + (sizes.measure.cells[$1].value ?? 0) }
  }

  /// How much of what lies in classes lies in the one at the worse end; nil without colours, and
  /// where nothing lies in any.
  private func worstShare(_ context: MapContext) -> String? {
    guard let choropleth, choropleth.measure.direction != .none else { return nil }
    let words = context.words
    let worst =
      choropleth.measure.direction == .lowIsWorse ? 0 : choropleth.breaks.count - 1
    let areas = choropleth.measure.cells.indices.filter { choropleth.classIndex($0) == worst }
    let worstSum = sum(areas)
    let whole = sum(choropleth.measure.cells.indices.filter { choropleth.classIndex($0) != nil })
    if whole == 0 { return nil }
    return words(
      .worstClassHolds,
      [
        "title": choropleth.title(in: context),
        "value": NumberText.fixed(worstSum, decimals: sizes.measure.decimals),
        "total": sizes.measure.long(whole, words),
        "share": NumberText.fixed(worstSum / whole * 100, decimals: 0) + "%",
        "areas": context.names(areas, limit: 3),
      ])
  }

  func table(in context: MapContext) -> MapTable {
    guard let choropleth else {
      return MapTable(context, MapTable.columns(of: sizes.measure, context))
    }
    var table = choropleth.table(in: context)
    table.columns += MapTable.columns(of: sizes.measure, context).filter {
      !$0.cells.allSatisfy(\.isEmpty)
    }
    return table
  }
}

extension [Measure] {
  /// The sources of all and of another.
  func sources(and other: Measure) -> [String] { (self + [other]).sources }
}
