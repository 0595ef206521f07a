internal import Diagnostics
internal import GDALAccess
internal import Geography

extension Atlas {
  /// Refuses coordinates of so few decimals that areas would be no valid polygons in GeoJSON.
  ///
  /// At seven, a centimetre, nothing is looked at: nobody draws boundaries as finely as that.
  ///
  /// - Parameter layer: the areas as they are written.
  /// - Throws: `Problem` with how many areas those are and the fewest decimals that keep them all.
  func checkDecimals(_ options: FileOptions, writing layer: AreaLayer) throws {
    let decimals = options.coordinateDecimals
    let most = 7
    guard decimals < most else { return }
    let spoiled = layer.areasSpoiled(byDecimals: decimals)
    if spoiled.isEmpty { return }
    let enough =
      (decimals + 1..<most).first { layer.areasSpoiled(byDecimals: $0).isEmpty } ?? most
    let names = spoiled.prefix(3).map { layer.areas[$0] }
      .map { "'\($0.label(in: "en"))' (\($0.code))" }.joined(separator: ", ")
    let more = spoiled.count > 3 ? " and \(spoiled.count - 3) more" : ""
    throw Problem(
      "with \(decimals) decimals \(spoiled.count) of \(layer.count) "
        + "\(boundaries.areasWord.text(in: "en")) would be no valid polygons, "
        + "or vanish in part: \(names)\(more)",
      at: options.coordinateDecimalsPlace, remedy: "write \(enough)")
  }
}
