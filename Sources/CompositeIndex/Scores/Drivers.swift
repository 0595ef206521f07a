/// Splits scores into the parts of the indicators.
///
/// A mean S = g⁻¹(Σ wᵢ g(vᵢ)), with weights that add up to 1, is split against a reference f that
/// no member falls below: member i has f wᵢ + (S − f) wᵢ (g(vᵢ) − g(f)) / Σ wⱼ (g(vⱼ) − g(f)).
/// For the arithmetic mean that is wᵢ vᵢ, whatever f; for the geometric one the shares are those of
/// the logarithms ln(vᵢ / f), which is the logarithmic mean Divisia split (Ang 2004). The parts
/// add up to S at every node. f is the floor, or else the node's smallest member anywhere.
struct DriverSplit {
  let tree: IndexTree
  let columns: [[Double]]
  /// Scores of the nodes.
  let scores: [[Double]]
  let weights: [Double]
  let floor: Double?
  private let references: [Double]

  init(
    _ tree: IndexTree, columns: [[Double]], scores: [[Double]], weights: [Double], floor: Double?
  ) {
    self.tree = tree
    self.columns = columns
    self.scores = scores
    self.weights = weights
    self.floor = floor
    references = tree.nodes.map { node in
      if let floor { return floor }
      if node.aggregation == .arithmetic { return 0 }
      return node.members.reduce(.infinity) { least, member in
        (member.values(columns, scores)).reduce(least) { $1 < $0 ? $1 : $0 }
      }
    }
  }

  /// Points and effective weight of each column in an area, in the order of the definition.
  func parts(in area: Int) -> [(column: Int, points: Double, weight: Double)] {
    var parts: [(link: Int, column: Int, points: Double, weight: Double)] = []
    // What is to be split at each node, and its share of the whole.
    var points = [Double](repeating: 0, count: tree.nodes.count)
    var shares = points
    points[tree.root] = scores[tree.root][area]
    shares[tree.root] = 1
    for number in tree.nodes.indices.reversed() where shares[number] > 0 {
      for (member, weight, part) in split(number, area) {
        switch member.source {
        case .node(let inner):
          points[inner] = points[number] * part
          shares[inner] = shares[number] * weight
        case .column(let column):
          parts.append((member.link, column, points[number] * part, shares[number] * weight))
        }
      }
    }
    return parts.sorted { $0.link < $1.link }.map { ($0.column, $0.points, $0.weight) }
  }

  /// The scored members of a node with their share of its weight and of its score.
  private func split(
    _ number: Int, _ area: Int
  ) -> [(member: IndexTree.Member, weight: Double, part: Double)] {
    let node = tree.nodes[number]
    let members = node.members.compactMap { member in
      let value = member.values(columns, scores)[area]
      return value.isNaN ? nil : (member: member, weight: weights[member.link], value: value)
    }
    let total = members.reduce(0) { $0 + $1.weight }
    let score = scores[number][area]
    let reference = references[number]
    let mean = node.aggregation
    let base = mean.needsPositive ? mean.transformed(reference) : 0
    let distances = members.map { member in
      member.weight / total
        * (mean.needsPositive
          ? mean.transformed(max(member.value, reference)) - base : member.value)
    }
    let whole = distances.reduce(0, +)
    let fixed = mean.needsPositive ? reference : 0
    return zip(members, distances).map { member, distance in
      let weight = member.weight / total
      let points = fixed * weight + (whole == 0 ? 0 : (score - fixed) * distance / whole)
      return (member.member, weight, score == 0 ? weight : points / score)
    }
  }
}

extension IndexTree.Member {
  /// The values that its mean sees.
  func values(_ columns: [[Double]], _ scores: [[Double]]) -> [Double] {
    switch source {
    case .column(let column): columns[column]
    case .node(let node): scores[node]
    }
  }
}
