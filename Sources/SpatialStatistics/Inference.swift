import Diagnostics

/// How local statistics are tested: at which level, and by how much computing.
///
/// The test is conditional randomisation: the area keeps its value, and its neighbours' values
/// are drawn without replacement from all other areas with a value (Anselin 1995).
public struct Inference: Sendable, Hashable {
  /// Areas with p at most this are unusual.
  public var level: Double
  /// Every outcome is counted when all areas together have at most this many; otherwise those of
  /// an area are counted that are no more than its draws times its neighbours, and drawn at random
  /// elsewhere. 0 draws everywhere.
  public var exactLimit: Int
  /// Random outcomes an area.
  public var draws: Int
  /// Seed of the random outcomes; the same seed gives the same p on every machine.
  public var seed: UInt64
  /// Threads to use, nil for one a core. The results do not depend on it.
  public var threads: Int?

  /// A two-sided test at 5 %, exact up to fifty million outcomes.
  public init(
    level: Double = 0.05, exactLimit: Int = 50_000_000, draws: Int = 9_999, seed: UInt64 = 1,
    threads: Int? = nil
  ) {
    self.level = level
    self.exactLimit = exactLimit
    self.draws = draws
    self.seed = seed
    self.threads = threads
  }

  /// Refuses settings that no test could use.
  func check() throws {
    guard level > 0, level < 1 else {
      throw Problem("the level '\(level)' does not lie between 0 and 1", remedy: "use 0.05")
    }
    guard draws > 0 else {
      throw Problem("'\(draws)' random draws say nothing", remedy: "use 9999")
    }
  }
}
