/// A continuous colour map that is sampled at equal steps.
///
/// viridis, magma, inferno and plasma: Stéfan van der Walt and Nathaniel Smith, CC0. cividis:
/// Nuñez, Anderton and Renslow (2018), CC0. The others: Fabio Crameri, Scientific colour maps 8,
/// MIT, doi:10.5281/zenodo.1243862. Each is kept as 17 of its colours.
struct ColorMap {
  /// The published name: `viridis`.
  let name: String
  private let anchors: [Color]

  init(name: String, digits: String) {
    self.name = name
    anchors = [Color](hexDigits: digits)
  }

  /// `count` colours, of which the first and the last are the map's ends; one alone is its middle.
  func colors(_ count: Int) -> [Color] {
    (0..<max(0, count)).map { index in
      let share = count == 1 ? 0.5 : Double(index) / Double(count - 1)
      let position = share * Double(anchors.count - 1)
      let below = min(Int(position), anchors.count - 2)
      return anchors[below].mixed(with: anchors[below + 1], share: position - Double(below))
    }
  }

  /// The colour maps.
  static let maps = [
    ColorMap(
      name: "viridis",
      digits: """
        44015448186a472d7b4240863b528b33638d2c728e26828e21918c
        1fa08828ae803fbc735ec96284d44baddc30d8e219fde725
        """),
    ColorMap(
      name: "cividis",
      digits: """
        00224e002e6a1a386f32436d434e6c535a6d61656f6f70737d7c78
        8c88789b9476aba072bcae6ccdbb63dec958f0d846fee838
        """),
    ColorMap(
      name: "magma",
      digits: """
        0000040a08221d114736106b51127c6a1c818326819c2e7fb73779
        d0416fe75263f56b5cfc8961fea772fec488fde2a3fcfdbf
        """),
    ColorMap(
      name: "inferno",
      digits: """
        0000040b0724210c4a3d096557106e71196e8a226aa32c61bc3754
        d24644e45a31f1731df98e09fcac11f9cb35f2ea69fcffa4
        """),
    ColorMap(
      name: "plasma",
      digits: """
        0d08873105974c02a16600a77e03a89511a1aa2395bc3587cc4778
        da5a6ae66c5cf0804ef89540fdac33fdc527f8df25f0f921
        """),
    ColorMap(
      name: "batlow",
      digits: """
        0119590d315d114360175262226061356a594d734d677b3e828231
        a18a2bc09036dd954df29d6dfca993fdb4b6fcc0d8faccfa
        """),
    ColorMap(
      name: "lajolla",
      digits: """
        191900271e083724114d2b1c67342a853e39a64644c54f4ad9604e
        e17550e58851e99b52edae54f1c25af7da74fcf0a2fffecb
        """),
    ColorMap(
      name: "lapaz",
      digits: """
        1a0c6420207124327e2842892d539333629b3d71a04b80a35c8ca3
        7097a0869e9b9ca596b5ad96d2bba2ebcfbbf9e2d8fef2f3
        """),
    ColorMap(
      name: "davos",
      digits: """
        00054a081c611432772147892f5a963e6b9c4e799d5d84996c8e93
        7b988c8ca388a1b389bdc995dbe0aff0f1cdfafae8fefefe
        """),
    ColorMap(
      name: "bilbao",
      digits: """
        4c000164161a78292f8b3b42994e519f5e56a36b59a6765ca9825e
        ac8e61b19c67b8ac7cbfb999c6c2b2cfcec9e5e5e4ffffff
        """),
    ColorMap(
      name: "oslo",
      digits: """
        0101010a121b0e1e2e112b4415395b1c487326578c3767a6507bbc
        688cc77d99ca90a5c9a3b1cab8bfcdcfd2d8e8e9eaffffff
        """),
    ColorMap(
      name: "devon",
      digits: """
        2c1a4c2a295b29386a27477b29588f3265a64272bc5f80cf7e8fdd
        9b9ce8b0abeebeb9f2cbc6f4d8d4f7e5e3faf2f1fcffffff
        """),
    ColorMap(
      name: "roma",
      digits: """
        7e17008f3c0c9d5818a97223b68c32c4aa4ad0ca72d1e2a1c0eac3
        9fe4d476d1d751b7d0389cc62b82bb2269b0184da4033198
        """),
    ColorMap(
      name: "vik",
      digits: """
        001261022b710344810c5e92307da6619ebd94bed2c6dbe6ece5e0
        e9cab8dbaa8dcf8c66c27041b2511d912d06731406590008
        """),
  ]
}
