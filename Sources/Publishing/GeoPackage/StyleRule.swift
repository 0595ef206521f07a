internal import GDALAccess
internal import Cartography

/// One row of a legend as a rule of QGIS: which areas it is about, and how they are drawn.
struct StyleRule {
  /// How an area is drawn, over what other rules draw.
  enum Mark {
    /// It is filled.
    case fill(Fill)
    /// It has a heavy outline.
    case outline
    /// A triangle stands on it.
    case triangle
  }

  /// What the legend says.
  let label: String
  /// An expression of QGIS that is true for these areas.
  let condition: String
  let mark: Mark
}

extension Choropleth {
  /// The rows of the map's legend as rules, in its order; water is no area and has none.
  func rules(_ legend: Legend, codes: [String]) -> [StyleRule] {
    let field = sqlName(definition.subject.columns[0])
    let outside = measure.cells.indices.filter {
      measure.cells[$0].value != nil && classIndex($0) == nil
    }
    let exception = outside.isEmpty ? "" : " AND NOT (\(condition(for: outside, codes)))"
    let classes = zip(legend.classes, breaks.upperBounds.indices).map { row, index in
      let low = index == 0 ? "" : "\(field) > \(breaks.upperBounds[index - 1]) AND "
      return StyleRule(
        label: row.text, condition: "\(low)\(field) <= \(breaks.upperBounds[index])\(exception)",
        mark: .fill(row.fill ?? .color(.white)))
    }
    let others = Word.outsideClasses.compactMap { word -> StyleRule? in
      let areas = measure.cells.indices.filter {
        classIndex($0) == nil && measure.statusWord(measure.cells[$0]) == word
      }
      guard !areas.isEmpty, let fill = word.fill,
        let row = legend.others.first(where: { $0.fill == fill })
      else { return nil }
      return StyleRule(
        label: row.text, condition: condition(for: areas, codes), mark: .fill(fill))
    }
    return classes + others
  }

  /// What is true for these areas alone: their status where nobody else has it, that there is no
  /// value where they are all of those, else their codes.
  private func condition(for areas: [Int], _ codes: [String]) -> String {
    let cells = measure.cells
    if areas == cells.indices.filter({ cells[$0].value == nil }) {
      return "\(sqlName(definition.subject.columns[0])) IS NULL"
    }
    let statuses = Set(areas.map { cells[$0].status })
    if case .indicator(let id) = definition.subject,
      areas == cells.indices.filter({ statuses.contains(cells[$0].status) })
    {
      let texts = statuses.map(\.rawValue).sorted().map(sqlText)
      return "\(sqlName("\(id)_status")) IN (\(texts.joined(separator: ", ")))"
    }
    let texts = areas.map { sqlText(codes[$0]) }
    return "\(sqlName("area_code")) IN (\(texts.joined(separator: ", ")))"
  }
}

extension HotspotMap {
  /// The rows of the map's legend as rules, in its order.
  func rules(_ legend: Legend) -> [StyleRule] {
    let score = sqlName("\(index.id)_score")
    let column = sqlName(definition.subject.columns[0])
    let clusters = HotspotMap.order.compactMap { word -> StyleRule? in
      guard let fill = word.fill, let row = legend.classes.first(where: { $0.fill == fill }) else {
        return nil
      }
      let condition =
        word == .notScored
        ? "\(score) IS NULL"
        : "\(column) = \(sqlText(word.clusterName)) AND \(score) IS NOT NULL"
      return StyleRule(label: row.text, condition: condition, mark: .fill(fill))
    }
    let reason = sqlName("\(index.id)_hotspot_reason")
    let severe = legend.others.first(where: \.isOutlined).map {
      StyleRule(
        label: $0.text, condition: "left(\(reason), 6) = 'severe'", mark: .outline)
    }
    let hotspot = legend.others.first { $0.symbol != nil }.map {
      StyleRule(
        label: $0.text, condition: "\(sqlName("\(index.id)_hotspot")) = true",
        mark: .triangle)
    }
    return clusters + [severe, hotspot].compactMap(\.self)
  }
}

extension Word {
  /// What the column of clusters says.
  fileprivate var clusterName: String { self == .noCluster ? "none" : rawValue }
}
