import CompositeIndex
import Geography
import Indicators

/// Numbers that are the same in every run.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64 = 4

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
  }
}

/// Ten indicators in three pillars, two of them with standard errors, and a gap in every tenth area.
func figures(areas: Int) -> (definition: IndexDefinition, matrix: IndicatorMatrix) {
  var numbers = Numbers()
  let columns = (0..<10).map { number in
    IndicatorMatrix.Column(
      indicator: Indicator(
        id: "i\(number)", title: .init(), unit: .init(), period: "", sources: [],
        direction: number % 2 == 0 ? .highIsWorse : .lowIsWorse),
      cells: (0..<areas).map { area in
        number == 3 && area % 10 == 0
          ? .missing(reason: "gap")
          : IndicatorValue(
            value: Double.random(in: 0...100, using: &numbers),
            standardError: number < 2 ? 2 : nil)
      })
  }
  let pillars = [0..<4, 4..<7, 7..<10].map { range in
    Pillar(
      id: "p\(range.lowerBound)", weight: Double(range.lowerBound + 1),
      members: range.map { .indicator("i\($0)") })
  }
  return (
    IndexDefinition(id: "divide", pillars: pillars, floor: 1),
    IndicatorMatrix(areaCodes: (0..<areas).map(String.init), columns: columns)
  )
}
