import CGDAL

/// Versions of the libraries in C that a result depends on, for the manifest of a release.
public struct LibraryVersions: Sendable, Hashable {
  /// GDAL's: `3.6.2`.
  public var gdal: String
  /// PROJ's: `9.1.1`.
  public var proj: String
  /// GEOS's; nil where GDAL was built without it.
  public var geos: String?

  /// The versions this process runs with.
  public static var current: LibraryVersions {
    var (major, minor, patch) = (Int32(0), Int32(0), Int32(0))
    OSRGetPROJVersion(&major, &minor, &patch)
    let proj = "\(major).\(minor).\(patch)"
    let hasGEOS = OGRGetGEOSVersion(&major, &minor, &patch)
    return LibraryVersions(
      gdal: GDALVersionInfo("RELEASE_NAME").map { String(cString: $0) } ?? "unknown",
      proj: proj, geos: hasGEOS ? "\(major).\(minor).\(patch)" : nil)
  }
}
