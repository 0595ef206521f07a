import Resampling

/// Makes scenarios, again and again without asking for memory.
struct ScenarioRunner {
  private let model: ScenarioModel
  private var taker: MeanTaker
  private(set) var ranking: Ranking
  private var weights: [Double] = []

  init(_ model: ScenarioModel) {
    self.model = model
    let count = model.own.scores[model.own.tree.root].count
    taker = MeanTaker(model.own.tree, areaCount: count, floor: model.own.definition.floor)
    ranking = Ranking(count: count, ties: Ranking.scoreTies)
  }

  /// Scores of the areas in the last scenario, NaN where there is none.
  var scores: [Double] { taker.scores[model.own.tree.root] }

  /// Makes the scenario of a draw. A `replaced` choice is that of another draw instead.
  mutating func run(
    _ draw: Int, replacing replaced: (factor: UncertaintyReport.Factor, draw: Int)? = nil
  ) {
    func generator(_ factor: UncertaintyReport.Factor, _ stream: Int) -> CounterGenerator {
      let isReplaced = replaced?.factor == factor
      return CounterGenerator(
        seed: model.uncertainty.seed, stream: stream, draw: isReplaced ? replaced?.draw ?? 0 : draw)
    }
    var choice = generator(.weights, 0)
    chooseWeights(&choice)
    choice = generator(.normalization, 1)
    let scale = choice.next(below: model.scales.count)
    choice = generator(.aggregation, 2)
    let aggregation = choice.next(below: model.aggregations.count)
    choice = generator(.leftOutIndicator, 3)
    let (tree, isScored) = model.trees[choice.next(below: model.trees.count)]
    var columns = model.scales[scale].transformed[aggregation]
    for (place, column) in model.usedColumns.enumerated() where !model.errors[column].isEmpty {
      var noise = generator(.samplingError, 4 + place)
      columns[column] = model.noisy(column, scale: scale, aggregation: aggregation, &noise)
    }
    taker.take(
      tree, of: columns, weights: weights, aggregation: model.aggregations[aggregation],
      isScored: isScored, ceiling: model.scales[scale].ceiling)
    scores.withUnsafeBufferPointer { ranking.rank($0, highestFirst: true) }
  }

  /// Whether two draws make a choice alike, so that replacing one by the other changes nothing.
  func isAlike(_ factor: UncertaintyReport.Factor, _ draw: Int, _ other: Int) -> Bool {
    let options: (stream: Int, count: Int)? =
      switch factor {
      case .normalization: (1, model.scales.count)
      case .aggregation: (2, model.aggregations.count)
      case .leftOutIndicator: (3, model.trees.count)
      case .weights, .samplingError: nil
      }
    guard let options else { return false }
    func option(_ draw: Int) -> Int {
      var choice = CounterGenerator(
        seed: model.uncertainty.seed, stream: options.stream, draw: draw)
      return choice.next(below: options.count)
    }
    return option(draw) == option(other)
  }

  private mutating func chooseWeights(_ choice: inout CounterGenerator) {
    weights = model.weights[choice.next(below: model.weights.count)]
    let share = model.uncertainty.weightShare
    for link in weights.indices { weights[link] *= 1 + share * (2 * choice.nextShare() - 1) }
  }

  /// Mean of |rank − rank in the last scenario| over areas that have both.
  func rankShift(from own: [Int32]) -> Double {
    var (sum, count) = (0, 0)
    for (rank, other) in zip(own, ranking.ranks) where rank > 0 && other > 0 {
      sum += Int(abs(rank - other))
      count += 1
    }
    return count == 0 ? 0 : Double(sum) / Double(count)
  }
}
