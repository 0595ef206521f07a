/// The direction in which the members of a node vary most together, and the weights it gives.
///
/// The first eigenvector a of the members' correlation matrix, over the areas that have all of
/// them. Its squared elements add up to 1 and are the weights (Nicoletti, Scarpetta and Boylaud
/// 2000; OECD and JRC handbook, section 6.1, with one component and no rotation).
public struct PrincipalComponent: Sendable, Hashable, Codable {
  /// The pillar whose members it weighs, or the index.
  public var pillar: String
  /// The members, by id, in the order of the definition.
  public var members: [String]
  /// The element of each member; all are positive, and their squares are the weights.
  public var loadings: [Double]
  /// Share of the members' variance along it, 0–1.
  public var explained: Double

  /// A component.
  public init(pillar: String, members: [String], loadings: [Double], explained: Double) {
    self.pillar = pillar
    self.members = members
    self.loadings = loadings
    self.explained = explained
  }
}

extension [[Double]] {
  /// Pearson's correlations of these columns, over the rows where none is NaN; nil with fewer
  /// than three such rows, or where a column is the same in all of them.
  func correlations() -> [[Double]]? {
    let rows = (first ?? []).indices.filter { row in allSatisfy { !$0[row].isNaN } }
    if rows.count < 3 { return nil }
    let deviations = map { column in
      let mean = rows.reduce(0) { $0 + column[$1] } / Double(rows.count)
      return rows.map { column[$0] - mean }
    }
    func product(_ first: [Double], _ second: [Double]) -> Double {
      zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let lengths = deviations.map { product($0, $0).squareRoot() }
    if lengths.contains(0) { return nil }
    return indices.map { row in
      indices.map { product(deviations[row], deviations[$0]) / (lengths[row] * lengths[$0]) }
    }
  }

  /// The eigenvector of this symmetric matrix with the largest eigenvalue, of length 1 and with a
  /// sum that is not negative, and that eigenvalue. Jacobi's rotations.
  func firstEigenvector() -> (vector: [Double], value: Double) {
    var matrix = self
    var vectors = indices.map { row in indices.map { $0 == row ? 1.0 : 0 } }
    for _ in 0..<100 {
      var size = 0.0
      for row in indices {
        for column in indices.dropFirst(row + 1) {
          size += matrix[row][column] * matrix[row][column]
          matrix.rotate(row, column, &vectors)
        }
      }
      if size < 1e-30 { break }
    }
    let best = indices.max { matrix[$0][$0] < matrix[$1][$1] } ?? 0
    let vector = vectors.map { $0[best] }
    let sign: Double = vector.reduce(0, +) < 0 ? -1 : 1
    return (vector.map { $0 * sign }, matrix[best][best])
  }

  private mutating func rotate(_ p: Int, _ q: Int, _ vectors: inout [[Double]]) {
    if self[p][q] == 0 { return }
    let ratio = (self[q][q] - self[p][p]) / (2 * self[p][q])
    let sign: Double = ratio < 0 ? -1 : 1
    let tangent = sign / (abs(ratio) + (ratio * ratio + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in indices {
      let (first, second) = (self[k][p], self[k][q])
      self[k][p] = cosine * first - sine * second
      self[k][q] = sine * first + cosine * second
    }
    for k in indices {
      let (first, second) = (self[p][k], self[q][k])
      self[p][k] = cosine * first - sine * second
      self[q][k] = sine * first + cosine * second
      let (one, other) = (vectors[k][p], vectors[k][q])
      vectors[k][p] = cosine * one - sine * other
      vectors[k][q] = sine * one + cosine * other
    }
  }
}
