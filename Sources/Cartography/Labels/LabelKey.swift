/// The names behind the numbers on a map, in columns below it; then the values that found no room
/// at their names.
struct LabelKey {
  private let entries: [(number: TextBlock?, name: TextBlock)]
  private let columns: Int
  private let columnWidth: Double
  private let numberWidth: Double

  /// A key to the labels that do not say all; empty where there are none.
  ///
  /// - Parameter maximumHeight: how tall it may be; then values that have no number are left out.
  init(
    _ labels: [PlacedLabel], of areas: [MapArea], width: Double, size: Double,
    maximumHeight: Double? = nil
  ) {
    let whole = LabelKey(labels, of: areas, width: width, size: size, isWhole: true)
    self =
      whole.height <= maximumHeight ?? .infinity
      ? whole : LabelKey(labels, of: areas, width: width, size: size, isWhole: false)
  }

  private init(
    _ labels: [PlacedLabel], of areas: [MapArea], width: Double, size: Double, isWhole: Bool
  ) {
    let numbered = labels.filter { $0.number != nil }
      .sorted { $0.number ?? 0 < $1.number ?? 0 }
    let named = labels.filter {
      $0.number == nil && $0.boldLines == 0 && areas[$0.area].value != nil
    }
    let listed =
      numbered + (isWhole && areas.count <= BaseMap.mostLabelledAreas ? named : [])
    let texts = listed.map { label in
      [areas[label.area].name, areas[label.area].value].compactMap(\.self).joined(separator: " ")
    }
    let numberWidth =
      numbered.isEmpty ? 0 : TextMeasure.width(of: "00 ", size: size, isBold: true)
    let widest = texts.map { TextMeasure.width(of: $0, size: size) }.max() ?? 0
    columns = max(1, min(listed.count, Int(width / (numberWidth + widest + 6))))
    columnWidth = width / Double(columns)
    self.numberWidth = numberWidth
    let room = columnWidth - numberWidth - 6
    entries = zip(listed, texts).map { label, text in
      (
        label.number.map {
          TextBlock(String($0), width: numberWidth, size: size, isBold: true)
        },
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
        if let number = entry.number {
          let shift = (entry.name.lineHeight - number.lineHeight) / 2
          number.write(to: &svg, x: left, y: top + shift)
        }
        entry.name.write(to: &svg, x: left + numberWidth, y: top)
      }
      top += height(ofRow: row)
    }
    svg.close()
  }
}
