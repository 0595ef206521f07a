import Indicators

/// What the values of a measure say, in sentences: headline, description, notes.
///
/// Every number is formatted from the cells, so none can differ from the data. Values that are
/// unreliable stay out of the headline and of the extremes.
struct MeasureFinding {
  private let measure: Measure
  private let context: MapContext
  private let lowest: Extreme?
  private let highest: Extreme?

  private struct Extreme {
    var value: Double
    var areas: [Int]
  }

  init(_ measure: Measure, _ context: MapContext) {
    self.measure = measure
    self.context = context
    let values = measure.statisticalValues
    func extreme(_ value: Double?) -> Extreme? {
      value.map { value in
        Extreme(
          value: value,
          areas: measure.cells.indices.filter {
            measure.cells[$0].entersStatistics && measure.cells[$0].value == value
          })
      }
    }
    lowest = extreme(values.min())
    highest = extreme(values.max())
  }

  private var words: Words { context.words }
  private var title: String { measure.title.text(in: words.language) }
  private func short(_ value: Double) -> String { measure.short(value, words) }

  /// The worst end of the scale and where it is; both ends where neither is worse.
  var headline: String {
    guard let lowest, let highest else { return title }
    if lowest.value == highest.value {
      return words(.same, ["title": title, "value": short(lowest.value)])
    }
    if measure.isScore {
      let names = worst.prefix(3).map { area in
        words(.valued, ["name": context.name(area), "value": value(area)])
      }
      return words(.worst, ["title": title, "areas": words.list(names)])
    }
    switch measure.direction {
    case .lowIsWorse: return headline(.lowest, lowest, highest)
    case .highIsWorse: return headline(.highest, highest, lowest)
    case .none:
      if lowest.areas.count > 3 || highest.areas.count > 3 { return title }
      return words(
        .spread,
        [
          "title": title, "low": short(lowest.value), "lowAreas": context.names(lowest.areas),
          "high": short(highest.value), "highAreas": context.names(highest.areas),
        ])
    }
  }

  private func headline(_ word: Word, _ worst: Extreme, _ best: Extreme) -> String {
    words(
      word,
      [
        "title": title, "areas": context.names(worst.areas, limit: 3),
        "value": short(worst.value), "others": context.names(best.areas, limit: 3),
        "other": short(best.value),
      ])
  }

  /// Areas of an index, the worst off first.
  private var worst: [Int] {
    measure.cells.indices.filter { measure.cells[$0].value != nil }.sorted {
      (-(measure.cells[$0].value ?? 0), $0) < (-(measure.cells[$1].value ?? 0), $1)
    }
  }

  private func value(_ area: Int) -> String { measure.cells[area].value.map(short) ?? "" }

  /// Areas that the headline names: their labels go first.
  var named: Set<Int> {
    if measure.isScore { return Set(worst.prefix(3)) }
    return Set(
      [lowest, highest].compactMap(\.self).lazy.filter { $0.areas.count <= 3 }
        .flatMap(\.areas))
  }

  /// What to say of figures from an earlier release; nil where there are none.
  var badge: String? {
    measure.badge(words)
  }

  /// The whole map in a few sentences.
  var description: String {
    var sentences = [
      words(
        .mapOf,
        [
          "total": String(measure.cells.count), "areas": context.areasWord, "title": title,
          "measure": measure.subtitle(words),
        ])
    ]
    if let lowest, let highest {
      if lowest.value == highest.value {
        sentences.append(
          words(.oneValue, ["value": short(lowest.value), "areas": context.areasWord]))
      } else {
        sentences.append(
          words(
            .extremes,
            [
              "low": short(lowest.value), "lowAreas": context.names(lowest.areas, limit: 5),
              "high": short(highest.value), "highAreas": context.names(highest.areas, limit: 5),
            ]))
      }
    }
    return (sentences + outside + [badge.map { $0 + "." }].compactMap(\.self) + notes).joined(
      separator: " ")
  }

  /// Areas outside the classes by name, one sentence a status.
  private var outside: [String] {
    Word.outsideClasses.compactMap { word in
      let areas = measure.cells.indices.filter {
        !measure.cells[$0].entersStatistics && measure.statusWord(measure.cells[$0]) == word
      }
      guard !areas.isEmpty else { return nil }
      let names = context.names(areas, limit: 10)
      if word == .unreliable { return words(.unreliableValues, ["names": names]) }
      return words(.missing, ["status": words.headed(word), "names": names])
    }
  }

  /// What else is to be known of the values.
  var notes: [String] { counts + measure.lastReadNotes(words) }

  /// National figure, how many areas have data, and what is not quite as published.
  var counts: [String] {
    var notes: [String] = []
    if let benchmark = measure.benchmark {
      notes.append(
        words(.national, ["value": short(benchmark.value), "period": benchmark.period]))
    }
    let total = measure.cells.count
    let valued = measure.cells.count { $0.value != nil }
    if valued < total {
      notes.append(
        words(
          .coverage,
          ["count": String(valued), "total": String(total), "areas": context.areasWord]))
    }
    for status in [Status.estimated, .preliminary, .rounded] {
      let count = measure.cells.count { $0.status == status }
      guard count > 0 else { continue }
      notes.append(
        words(
          .statusCount,
          [
            "count": String(count), "total": String(valued), "status": words[Word(status)],
          ]))
    }
    return notes
  }
}
