public import Diagnostics

extension Gazetteer {
  /// The area that a person means: by its code in the layer's system, else by its code in any
  /// other, by an alias or a name.
  ///
  /// - Returns: its place in the layer.
  /// - Throws: `Problem` where the text means no area, with the nearest, or several.
  public func areaInLayer(meantBy text: String) throws -> Int {
    if let area = area(code: text), area < layerCount { return area }
    let anywhere = TableDefinition(id: "", file: "", codeSystems: systems)
    let byName = TableDefinition(id: "", file: "", codeSystems: [])
    // An abbreviation may be the code of one area in a system and an alias of another.
    let meant = Set([anywhere, byName].flatMap { match(text, for: $0).areas }).sorted()
    switch meant.count {
    case 1 where meant[0] < layerCount: return meant[0]
    case 1:
      throw Problem(
        "\(label(meant[0])) is not among the areas of the boundaries",
        remedy: "name one that is")
    case 2...:
      throw Problem("\(text.quoted) may be \(labels(meant))", remedy: "give the code of one")
    default:
      let near = Proposals(self, table: anywhere).proposals(for: text)
        .filter { $0.area < layerCount }.map(\.text)
      throw Problem(
        "there is no area \(text.quoted)",
        remedy: near.isEmpty
          ? "give a code such as \(codes.first.map(\.quoted) ?? "that of the layer"), or a name"
          : "did you mean \(near.listed())?")
    }
  }
}
