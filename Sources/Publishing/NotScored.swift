internal import CompositeIndex
internal import Geography

extension Atlas {
  /// What of an index was left out because too few areas have it, a sentence each:
  /// the pillar, its figures with their numbers of areas, and how many would be needed.
  public func notScored(of index: Index, in language: String) -> [String] {
    let words = Words(language: language)
    return index.notScored.map { part in
      let figures = part.indicators.map { figure in
        let title = matrix[figure.indicator]?.indicator.title.text(in: language)
        return words(
          .figureCount, ["title": title ?? figure.indicator, "count": "\(figure.areas)"])
      }
      let pillar = index.pillarTitles[part.pillar]?.text(in: language) ?? part.pillar
      return words(
        part.isWholePillar ? .pillarNotScored : .figuresNotScored,
        [
          "pillar": pillar, "figures": words.list(figures), "total": "\(part.areaCount)",
          "areas": boundaries.areasWord.text(in: language), "needed": "\(part.neededAreas)",
        ])
    }
  }
}

extension IndexResult.NotScored {
  /// The fewest areas that would satisfy the rule.
  fileprivate var neededAreas: Int {
    Int((minimumShare * Double(areaCount) - 1e-9).rounded(.up))
  }
}
