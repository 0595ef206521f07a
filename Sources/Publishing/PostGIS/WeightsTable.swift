internal import Geography

extension AtlasTable {
  /// One row for each index, area and neighbour that counts in the index's hotspots, with how much
  /// it counts; in code order of both areas.
  static func weights(of atlas: Atlas) -> AtlasTable {
    let codes = atlas.layer.codes
    let links = atlas.indexes.flatMap { index in
      index.neighborWeights.map { weights in
        codes.indices.flatMap { area in
          weights.row(of: area).map {
            (index.id, codes[area], codes[weights.neighbors[$0]], weights.weights[$0])
          }
        }
      } ?? []
    }
    func field(_ name: String, _ description: String, _ values: AtlasField.Values) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        constraints: .init(isRequired: true), values: values)
    }
    return AtlasTable(
      name: "weights",
      description: "One row for each index, area and neighbour that counts in its hotspots.",
      rowCount: links.count,
      fields: [
        field("index", "The index's id.", .text(links.map(\.0))),
        field("area_code", "The area's code.", .text(links.map(\.1))),
        field("neighbor_code", "The code of its neighbour.", .text(links.map(\.2))),
        field("weight", "How much the neighbour counts; positive.", .real(links.map(\.3))),
      ])
  }
}
