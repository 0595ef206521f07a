internal import Geography

extension AtlasTable {
  /// One row for each area and neighbour, so each pair twice, in code order of both.
  public static func neighbors(of atlas: Atlas) -> AtlasTable {
    let codes = atlas.layer.codes
    let pairs = atlas.contiguity.pairs
    let rows = (pairs.map { ($0.first, $0.second, $0) } + pairs.map { ($0.second, $0.first, $0) })
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return AtlasTable(
      name: "neighbors",
      description: "One row for each area and each area that it touches, both ways.",
      rowCount: rows.count,
      fields: [
        AtlasField(
          name: "area_code", title: FieldWords.code,
          description: "The area's code.", constraints: .init(isRequired: true),
          values: .text(rows.map { codes[$0.0] })),
        AtlasField(
          name: "neighbor_code", title: LocalizedText(["en": "Code of the neighbour"]),
          description: "The code of an area that it touches.",
          constraints: .init(isRequired: true), values: .text(rows.map { codes[$0.1] })),
        AtlasField(
          name: "shared_boundary_m", title: LocalizedText(["en": "Shared boundary"]),
          unit: LocalizedText(["en": "metres"]),
          description: "Length of the boundary they share on the WGS 84 ellipsoid; "
            + "0 where they share points only.",
          constraints: .init(isRequired: true, minimum: 0),
          values: .real(rows.map(\.2.sharedLength))),
        AtlasField(
          name: "near_miss", title: LocalizedText(["en": "Near miss"]),
          description: "True where they are no neighbours, but touch in a point, or would touch "
            + "within ten times the tolerance of \(atlas.contiguity.tolerance) m.",
          constraints: .init(isRequired: true), values: .boolean(rows.map(\.2.isNearMiss))),
      ])
  }
}
