/// How much of the detail of a coverage to leave out, and what must not suffer.
public struct Simplification: Sendable, Hashable {
  /// What makes a vertex matter.
  public enum Method: Sendable, Hashable {
    /// The effective area of its triangle with its neighbours (M. Visvalingam, J. D. Whyatt,
    /// *Line generalisation by repeated elimination of points*, The Cartographic Journal 30,
    /// 1993): the least significant vertex goes first, and those beside it are weighed anew. Its
    /// weight is the side of a square of that area.
    case visvalingam
    /// The distance from the line that would replace it (D. H. Douglas, T. K. Peucker,
    /// *Algorithms for the reduction of the number of points…*, The Canadian Cartographer 10,
    /// 1973). Keeps the extremes of a line, and with them its look of spikes.
    case douglasPeucker
  }

  /// How much is left.
  public enum Target: Sendable, Hashable {
    /// Vertices that matter less than this length are left out, in the coordinates' unit.
    case tolerance(Double)
    /// At most this many vertices stay, those that matter most.
    case vertices(Int)
    /// At most this share of the vertices stays, from 0 to 1.
    case share(Double)
  }

  /// What makes a vertex matter.
  public var method: Method
  /// How much is left. Vertices that the guards need come on top where they must.
  public var target: Target
  /// Pieces smaller than this share of their area's size are left out, the smallest first,
  /// as far as `maximumSizeChange` allows half of it; 0 keeps all. The largest piece of an
  /// area stays always, and so does a piece that touches another, or lies in its hole.
  public var minimumPieceShare: Double
  /// By how much of its size an area may grow or shrink: 0.02 for 2 %.
  public var maximumSizeChange: Double

  /// A simplification.
  public init(
    _ method: Method = .visvalingam, to target: Target, minimumPieceShare: Double = 0,
    maximumSizeChange: Double = 0.02
  ) {
    self.method = method
    self.target = target
    self.minimumPieceShare = minimumPieceShare
    self.maximumSizeChange = maximumSizeChange
  }
}
