import CGDAL

extension Shape {
  /// Makes the shape valid where it is not: rings are closed, and self-intersections,
  /// spikes and overlapping pieces resolved by GEOS.
  ///
  /// - Returns: what was wrong, as a clause such as `a ring was not closed`; nil where
  ///   nothing was. No piece is left where nothing could be saved.
  mutating func repair(_ stored: OGRGeometryH) -> String? {
    let wasMended = closeRings()
    let fault = wasMended ? "a ring was not closed or enclosed nothing" : nil
    if pieces.isEmpty { return fault }
    guard wasMended else { return makeValid(stored) }
    guard let mended = makeGeometry() else { return fault }
    defer { OGR_G_DestroyGeometry(mended) }
    _ = makeValid(mended)
    return fault
  }

  private mutating func makeValid(_ geometry: OGRGeometryH) -> String? {
    CPLErrorReset()
    if OGR_G_IsValid(geometry) != 0 { return nil }
    let said = lastMessage()
    let fault = said.isEmpty ? "its rings cross" : said.prefix(1).lowercased() + said.dropFirst()
    // The structure method keeps ground that two pieces both cover; the older one, the
    // only one before GEOS 3.10, cuts it out.
    let valid =
      withOptions(["METHOD=STRUCTURE"]) { OGR_G_MakeValidEx(geometry, $0) }
      ?? OGR_G_MakeValid(geometry)
    pieces = []
    if let valid {
      // What GEOS makes of a spike is a line, and no loss.
      pieces = Shape(valid).pieces
      OGR_G_DestroyGeometry(valid)
    }
    return fault
  }
}
