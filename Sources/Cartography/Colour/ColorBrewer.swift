/// A palette by Cynthia Brewer, drawn by hand for every number of classes.
///
/// Colours from ColorBrewer 2.0, © 2002 Cynthia Brewer, Mark Harrower and The Pennsylvania State
/// University, Apache-2.0.
struct ColorBrewer {
  /// The published name: `YlOrBr`.
  let name: String
  /// The colours of 3 classes, then of 4, and so on.
  private let colors: [Color]

  init(name: String, digits: String) {
    self.name = name
    colors = [Color](hexDigits: digits)
  }

  /// The most colours it has.
  var largest: Int {
    // 3 + 4 + … + n colours are stored.
    var (count, stored) = (2, 0)
    while stored < colors.count {
      count += 1
      stored += count
    }
    return count
  }

  /// `count` colours, or nil where it has not so many.
  func colors(_ count: Int) -> [Color]? {
    guard (1...largest).contains(count) else { return nil }
    if count == 1 { return [colors[2]] }
    if count == 2 { return [colors[0], colors[2]] }
    let start = (3..<count).reduce(0, +)
    return Array(colors[start..<start + count])
  }

  /// The palettes, sequential ones first.
  static let palettes = sequential + diverging
}
