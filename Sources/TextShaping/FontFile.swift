/// A font file of a Debian package.
public struct FontFile: Sendable, Hashable {
  /// Where it is installed, from the folder of all fonts.
  public var path: String
  /// The Debian package that installs it.
  public var package: String
  /// The licence of the font.
  public var licence: String

  /// The folder of all fonts.
  public static let folder = "/usr/share/fonts/truetype"

  /// A font file.
  public init(path: String, package: String, licence: String) {
    self.path = path
    self.package = package
    self.licence = licence
  }

  /// The fonts for letters of every script, the first that has a letter draws it. Khmer OS goes
  /// before Noto Sans Khmer because HarfBuzz 6 tears the split vowels of the latter apart.
  static let regular =
    [noto("Sans-Regular"), khmerOS]
    + ["Symbols2", "Symbols", "Math", "Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil"]
    .map { noto("Sans\($0)-Regular") }
    + ["Sinhala", "Thai", "Lao", "Myanmar", "Ethiopic", "Georgian", "Armenian"]
    .map { noto("Sans\($0)-Regular") }

  /// The fonts for bold letters; what none of them has is drawn bolder from `regular`.
  static let bold = [noto("Sans-Bold")]

  /// Without these, maps cannot be drawn in English and Khmer.
  static let needed = [noto("Sans-Regular"), khmerOS, noto("Sans-Bold")]

  private static let khmerOS = FontFile(
    path: "khmeros/KhmerOS.ttf", package: "fonts-khmeros",
    licence: "LGPL-2.1-or-later")

  private static func noto(_ name: String) -> FontFile {
    FontFile(
      path: "noto/Noto\(name).ttf", package: "fonts-noto-core",
      licence: "OFL-1.1")
  }
}
