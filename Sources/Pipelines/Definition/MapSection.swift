import Publishing

/// One entry of `maps.more`: a map of a kind that indicators and indexes do not get by themselves.
struct MapSection: Sendable {
  /// The kinds, by the word that a definition writes.
  enum Kind: String, Sendable, CaseIterable {
    case evidence, bivariate, symbols, multiples, tiles, cartogram

    /// How many indicators or indexes `of` names.
    var subjects: ClosedRange<Int> {
      switch self {
      case .evidence: 0...Int.max
      case .bivariate: 2...2
      case .symbols: 0...1
      case .multiples: 2...12
      case .tiles, .cartogram: 1...1
      }
    }

    /// Whether circles are as large as the values of an indicator.
    var hasSize: Bool { self == .symbols || self == .cartogram }

    /// The palette where none is asked for and the measure has none.
    var palette: String? { self == .evidence ? "YlGn" : nil }
  }

  /// Name in files: `internet_and_migration`.
  let id: Placed<String>
  let kind: Kind
  /// What it shows: ids of indicators and indexes.
  let of: [Placed<String>]
  /// The indicator whose values are the sizes of circles.
  let size: Placed<String>?
  let style: MapsDefinition.Style

  /// Reads an entry; nil, with the problems noted, where there is too little to go on.
  init?(_ name: Placed<String>, _ section: Section) {
    id = name
    let word = section.choice("kind", of: Kind.allCases.map(\.rawValue))
    of = section.list("of") ?? []
    size = section.placedText("size")
    style = MapsDefinition.Style(section, hasSeries: false)
    section.finish()
    guard let word, let kind = Kind(rawValue: word) else {
      if !section.has("kind") {
        section.reportMissing(
          "kind", remedy: "use one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return nil
    }
    self.kind = kind
    if !kind.subjects.contains(of.count) {
      section.log.add(
        "kind '\(word)' shows \(kind.wanted), and 'of' names '\(of.count)'",
        at: section.place(of: "of"), remedy: "name \(kind.wanted)")
      return nil
    }
    if kind.hasSize, size == nil {
      section.reportMissing("size", remedy: "name the indicator that circles are as large as")
      return nil
    }
    if let size, !kind.hasSize {
      section.log.add(
        "kind '\(word)' has no circles for the size '\(size.value)'", at: size.place,
        remedy: "leave 'size' out, or use kind 'symbols' or 'cartogram'")
    }
  }

  /// What the map shows.
  var subject: MapDefinition.Subject {
    let ids = of.map(\.value)
    let size = size?.value ?? ""
    switch kind {
    case .evidence: return .evidence(ids)
    case .bivariate: return .bivariate(ids[0], ids[1])
    case .symbols: return .symbols(size: size, color: ids.first)
    case .multiples: return .multiples(ids)
    case .tiles: return .tiles(ids[0])
    case .cartogram: return .cartogram(ids[0], size: size)
    }
  }
}

extension MapSection.Kind {
  /// How many subjects it wants, in words.
  fileprivate var wanted: String {
    switch self {
    case .evidence: "any number of indicators"
    case .bivariate: "two indicators or indexes"
    case .symbols: "one indicator or index, or none"
    case .multiples: "two to twelve indicators or indexes"
    case .tiles, .cartogram: "one indicator or index"
    }
  }
}
