import Geography

/// What stands on a map beside its areas: scale bar and insets, none over another.
struct Furniture {
  /// The scale bar; nil where there is none.
  private(set) var scaleBar: ScaleBar?
  /// The insets, the smallest area first.
  private(set) var insets: [Inset] = []

  /// Puts both where there is room in the frame, or below it: the bar first, unless a line to an
  /// inset would cross it.
  ///
  /// - Parameters:
  ///   - bar: the bar, below the frame.
  ///   - shown: the frame with all that is drawn on it.
  ///   - cells: the frame as labels see it; what is placed is taken.
  ///   - place: places the insets in the frame, or from a height on.
  init(
    _ bar: ScaleBar?, around spots: [InsetRule.Spot], shown: CellGrid, cells: inout CellGrid,
    frameHeight: Double, place: (_ height: Double, _ cells: inout CellGrid) -> [Inset]
  ) {
    var shown = shown
    for spot in spots {
      shown.take(spot.window)
      shown.take(Inset.tag(of: spot.window))
    }
    let empty = cells
    scaleBar = bar?.moved(into: shown) ?? bar
    let isBelow = scaleBar.map { $0.box.y >= frameHeight } ?? false
    if let scaleBar, !isBelow { cells.take(scaleBar.box) }
    insets = place(isBelow ? scaleBar?.box.maxY ?? frameHeight : frameHeight, &cells)
    guard let box = scaleBar?.box, !isBelow,
      insets.contains(where: { $0.leader.map { box.meets($0.start, $0.end) } ?? false })
    else { return }
    cells = empty
    insets = place(frameHeight, &cells)
    for inset in insets {
      // So far away that nobody takes it for the scale of the inset.
      shown.take(inset.box.grown(by: 20))
      if let leader = inset.leader { shown.take(from: leader.start, to: leader.end) }
    }
    scaleBar = bar?.moved(into: shown) ?? bar
    if let box = scaleBar?.box { cells.take(box) }
  }
}
