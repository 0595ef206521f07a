/// The names behind the numbers on a map, in columns below it.
struct LabelKey {
  private let entries: [(number: TextBlock, name: TextBlock)]
  private let columns: Int
  private let columnWidth: Double
  private let numberWidth: Double

  /// A key to the numbered labels; empty where there are none.
  init(_ labels: [PlacedLabel], of areas: [MapArea], width: Double, size: Double) {
    let numbered = labels.compactMap { label in label.number.map { ($0, areas[label.area]) } }
      .sorted { $0.0 < $1.0 }
    let texts = numbered.map { [$0.1.name, $0.1.value].compactMap(\.self).joined(separator: " ") }
    let numberWidth = TextMeasure.width(of: "00 ", size: size, isBold: true)
    let widest = texts.map { TextMeasure.width(of: $0, size: size) }.max() ?? 0
    columns = max(1, min(numbered.count, Int(width / (numberWidth + widest + 6))))
    columnWidth = width / Double(columns)
    self.numberWidth = numberWidth
    let room = columnWidth - numberWidth - 6
    entries = zip(numbered, texts).map { entry, text in
      (
        TextBlock(String(entry.0), width: numberWidth, size: size, isBold: true),
        TextBlock(text, width: room, size: size)
      )
    }
  }

  private var rows: Int { (entries.count + columns - 1) / columns }

  private func height(ofRow row: Int) -> Double {
    entries[row * columns..<min(entries.count, (row + 1) * columns)].map(\.name.height).max() ?? 0
  }

  /// Height in pixels, with space below.
  var height: Double {
    entries.isEmpty ? 0 : (0..<rows).reduce(6) { $0 + height(ofRow: $1) }
  }

  /// Draws it with its top left corner at (`x`, `y`). It repeats what the areas say already.
  func write(to svg: inout MarkupWriter, x: Double, y: Double) {
    guard !entries.isEmpty else { return }
    svg.open("g", [("aria-hidden", "true")])
    var top = y
    for row in 0..<rows {
      for column in 0..<columns where row * columns + column < entries.count {
        let entry = entries[row * columns + column]
        let left = x + Double(column) * columnWidth
        // Khmer lines are taller: number and name share a baseline.
        let shift = (entry.name.lineHeight - entry.number.lineHeight) / 2
        entry.number.write(to: &svg, x: left, y: top + shift)
        entry.name.write(to: &svg, x: left + numberWidth, y: top)
      }
      top += height(ofRow: row)
    }
    svg.close()
  }
}
