import Diagnostics
import Indicators

extension IndexDefinition {
  /// The weights of all members of the tree, by number, and the components behind them.
  ///
  /// - Throws: `Problem` when principal components give no positive weights.
  func weights(
    _ weighting: Weighting, of tree: IndexTree, _ columns: [[Double]], isScored: [[Bool]],
    identifiers: [String]
  ) throws -> (weights: [Double], components: [PrincipalComponent]) {
    switch weighting {
    case .explicit: return (tree.weights, [])
    case .equal: return (tree.weights.map { _ in 1 }, [])
    case .principalComponent: break
    }
    var weights = tree.weights.map { _ in 1.0 }
    var components: [PrincipalComponent] = []
    let transformed = tree.transformed(columns, nil, floor: floor)
    var taker = MeanTaker(tree, areaCount: isScored.first?.count ?? 0, floor: floor)
    for node in tree.nodes where node.members.count > 1 {
      // Members stand before the node, so that theirs are weighted already.
      taker.take(
        tree, of: transformed, weights: weights, isScored: isScored, ceiling: normalization.ceiling)
      let component = try principalComponent(
        of: node.pillar,
        members: node.members.map { member in
          switch member.source {
          case .column(let column): identifiers[column]
          case .node(let inner): tree.nodes[inner].pillar
          }
        },
        node.members.map { $0.values(columns, taker.scores) })
      for (member, loading) in zip(node.members, component.loadings) {
        weights[member.link] = loading * loading
      }
      components.append(component)
    }
    return (weights, components)
  }

  private func principalComponent(
    of pillar: String, members: [String], _ columns: [[Double]]
  ) throws -> PrincipalComponent {
    let name = pillar == id ? "index '\(id)'" : "pillar '\(pillar)' of index '\(id)'"
    guard let correlations = columns.correlations() else {
      throw Problem(
        "\(name) has fewer than 3 areas with all its members, or a member that is the same in "
          + "all of them, so PCA gives no weights", at: places.pillar(pillar),
        remedy: "use explicit or equal weights")
    }
    let (vector, value) = correlations.firstEigenvector()
    if let odd = vector.indices.first(where: { vector[$0] < 1e-9 }) {
      throw Problem(
        "'\(members[odd])' does not rise with the other members of \(name), so PCA gives it no "
          + "weight above 0", at: places.indicator(members[odd]),
        remedy: "use explicit or equal weights")
    }
    return PrincipalComponent(
      pillar: pillar, members: members, loadings: vector,
      explained: value / Double(members.count))
  }

  /// Refuses a geometric or harmonic mean of members that are not above zero.
  func checkPositive(
    _ tree: IndexTree, _ columns: [[Double]], _ scores: [[Double]], identifiers: [String],
    aggregation: Aggregation? = nil
  ) throws {
    if floor != nil { return }
    for node in tree.nodes {
      let mean = aggregation ?? node.aggregation
      guard mean.needsPositive else { continue }
      for member in node.members {
        let values = member.values(columns, scores)
        guard let value = values.first(where: { $0 <= 0 }) else { continue }
        let (name, place) =
          switch member.source {
          case .column(let column):
            ("indicator '\(identifiers[column])'", places.indicator(identifiers[column]))
          case .node(let inner):
            ("pillar '\(tree.nodes[inner].pillar)'", places.pillar(tree.nodes[inner].pillar))
          }
        throw Problem(
          "a \(mean.rawValue) mean needs members above 0, and \(name) of index '\(id)' is "
            + "\(value) after \(normalization.rawValue) normalisation in "
            + "\(values.count { $0 <= 0 }) of \(values.count) areas", at: place,
          remedy: "give the index a floor, or another normalisation")
      }
    }
  }
}
