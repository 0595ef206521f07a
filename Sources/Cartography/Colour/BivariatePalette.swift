/// Nine colours for two measures in three classes each.
///
/// One measure runs from pale to blue-green, the other from pale to red-violet, and the two are
/// laid over each other like inks, channel by channel: what is high in both is darkest.
public struct BivariatePalette: Sendable, Hashable {
  /// The inks of the first measure, the lowest class first.
  private static let first = [Color(0xF1F1F1), Color(0x8FD0D0), Color(0x2E9DA6)]
  /// The inks of the second measure.
  private static let second = [Color(0xF1F1F1), Color(0xE3A6C4), Color(0xC0478C)]

  /// Number of classes of each measure.
  public static let classCount = 3

  /// The colour of a class of the first and a class of the second measure, 0–2 each.
  public static func color(_ first: Int, _ second: Int) -> Color {
    let inks = (BivariatePalette.first[first], BivariatePalette.second[second])
    let paper = 0xF1
    func over(_ one: UInt8, _ other: UInt8) -> UInt32 {
      UInt32(min(255, Int(one) * Int(other) / paper))
    }
    return Color(
      over(inks.0.red, inks.1.red) << 16 | over(inks.0.green, inks.1.green) << 8
        | over(inks.0.blue, inks.1.blue))
  }
}
