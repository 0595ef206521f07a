import Foundation

/// An indicator of which values were changed before they were scored, with every changed cell.
public struct TreatedIndicator: Sendable, Hashable, Codable {
  /// What was done.
  public enum Method: String, Sendable, Hashable, CaseIterable, Codable {
    /// Extreme values were set to the next one.
    case winsorized = "winsorised"
    /// The logarithm was taken, so that all values are on another scale.
    case logarithm
    /// Values outside the goalposts were set to the nearer one.
    case goalposts
  }

  /// A changed value.
  public struct Cell: Sendable, Hashable, Codable {
    /// Index of the area in the layer.
    public var area: Int
    /// The value as it was, in the indicator's unit.
    public var from: Double
    /// What it was scored as.
    public var to: Double

    /// A changed value.
    public init(area: Int, from: Double, to: Double) {
      self.area = area
      self.from = from
      self.to = to
    }
  }

  /// The indicator.
  public var indicator: String
  /// What was done.
  public var method: Method
  /// Every changed cell, in layer order.
  public var cells: [Cell]

  /// A treated indicator.
  public init(indicator: String, method: Method, cells: [Cell]) {
    self.indicator = indicator
    self.method = method
    self.cells = cells
  }
}

/// What treatment does to the values of one indicator; it grows with the value.
enum TreatmentTransform: Sendable, Hashable {
  case none
  case caps(low: Double, high: Double)
  case logarithm(from: Double, offset: Double)
  case mirroredLogarithm(from: Double, offset: Double)

  /// What was done, in public.
  var method: TreatedIndicator.Method? {
    switch self {
    case .none: nil
    case .caps: .winsorized
    case .logarithm, .mirroredLogarithm: .logarithm
    }
  }

  /// The value after treatment; NaN stays. Beyond the values it was made for it is as at the end.
  func treated(_ value: Double) -> Double {
    switch self {
    case .none: value
    case .caps(let low, let high): value < low ? low : value > high ? high : value
    case .logarithm(let low, let offset): log((value < low ? 0 : value - low) + offset)
    case .mirroredLogarithm(let high, let offset): -log((value > high ? 0 : high - value) + offset)
    }
  }
}
