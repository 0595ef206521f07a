internal import Geography
internal import SpatialStatistics

extension Atlas {
  /// What the correction for multiple tests leaves of the clusters on an index, with its own
  /// weights and with others, as sentences; nil where nothing was compared, or nothing found.
  package func survival(on index: Index, in language: String) -> String? {
    guard let survivals = index.stability?.survival, let chosen = survivals.first else {
      return nil
    }
    let words = Words(language: language)
    func names(_ areas: [Int]) -> String {
      words.list(areas.map { layer.areas[$0].label(in: language) })
    }
    func weights(_ survivals: [StabilityReport.Survival]) -> String {
      words.list(
        survivals.map { survival in
          Word(rawValue: survival.values).map { words[$0] } ?? survival.values
        })
    }
    var sentences: [String] = []
    let alike = survivals.filter { $0.after == chosen.after }
    let without = survivals.filter { $0.after.isEmpty }
    if !chosen.after.isEmpty {
      sentences.append(
        words(
          without.isEmpty ? .survivesWith : .survivesOnlyWith,
          [
            "where": words[direction(of: chosen.after)], "names": names(chosen.after),
            "weights": weights(alike), "others": weights(without),
          ]))
    } else if !chosen.before.isEmpty {
      sentences.append(
        words(.survivesNot, ["weights": weights(alike), "names": names(chosen.before)]))
    }
    for other in survivals where !other.after.isEmpty && other.after != chosen.after {
      sentences.append(
        words(.survivesElse, ["weights": weights([other]), "names": names(other.after)]))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// Where some areas lie in the country: the direction of the middle of their extents from that
  /// of all, once it is a fifth of the way to the border.
  private func direction(of areas: [Int]) -> Word {
    guard let all = Extent(onGlobe: layer.areas.lazy.flatMap(\.polygons)) else { return .middle }
    let middles = areas.compactMap { area in
      Extent(onGlobe: layer.areas[area].polygons).map(\.center)
    }
    guard !middles.isEmpty else { return .middle }
    let count = Double(middles.count)
    let east = middles.reduce(0) { sum, middle in
      // East of the antimeridian an area is counted on.
      sum + (middle.x < all.minimum.x ? middle.x + 360 : middle.x) / count
    }
    let north = middles.reduce(0) { $0 + $1.y / count }
    func side(_ offset: Double, _ size: Double) -> Int {
      size > 0 && abs(offset) > size / 10 ? (offset > 0 ? 1 : -1) : 0
    }
    let words: [[Word]] = [
      [.southWest, .south, .southEast], [.west, .middle, .east], [.northWest, .north, .northEast],
    ]
    return words[side(north - all.center.y, all.size.y) + 1][
      side(east - all.center.x, all.size.x) + 1]
  }
}
