import CompositeIndex
import Diagnostics
import Geography

/// Reads nested pillars, keeping titles and places beside what the index needs.
struct PillarTree {
  private(set) var titles: [String: LocalizedText] = [:]
  private(set) var indicators: [Placed<String>] = []
  private(set) var places: [String: Place] = [:]

  init(_ section: Section) {}

  /// The pillars below `section`, in the order of the file.
  mutating func pillars(in section: Section) -> [Pillar] {
    section.namedSections("pillars").map { name, inner in
      defer { inner.finish() }
      places[name.value] = name.place
      titles[name.value] = inner.localized("title") ?? LocalizedText(["en": name.value])
      let weight =
        inner.number("weight", in: Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude)
        ?? 1
      let members =
        indicatorMembers(of: inner)
        + (inner.has("pillars") ? pillars(in: inner).map(Pillar.Member.pillar) : [])
      if members.isEmpty {
        inner.reportMissing("indicators", remedy: "add 'indicators: [first, second]'")
      }
      return Pillar(
        id: name.value, weight: weight, members: members, coverage: CoverageRule(inner),
        aggregation: inner.word("mean", Aggregation.self))
    }
  }

  /// `indicators: [a, b]`, all alike, or `weighted_indicators: {a: 2, b: 1}`.
  private mutating func indicatorMembers(of section: Section) -> [Pillar.Member] {
    let plain = section.list("indicators") ?? []
    indicators += plain
    let weighted = section.pairs("weighted_indicators") ?? []
    indicators += weighted.map(\.name)
    return plain.map { .indicator($0.value) }
      + weighted.compactMap { name, value in
        guard let weight = Double(value.value), weight.isFinite, weight > 0 else {
          section.log.problems.add(
            "'\(value.value)' is no weight of '\(name.value)'", at: value.place,
            remedy: "give a number above 0")
          return nil
        }
        return .indicator(name.value, weight: weight)
      }
  }
}
