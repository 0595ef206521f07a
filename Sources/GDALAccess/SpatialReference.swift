import CGDAL
import Diagnostics
import Geography

/// A coordinate reference system. Freed when it goes out of scope.
///
/// Always with the axes in the order x, y: PROJ would otherwise take EPSG:4326 as
/// latitude, longitude.
struct SpatialReference: ~Copyable {
  let handle: OGRSpatialReferenceH

  /// The system called `text`: an authority's code such as `EPSG:4326`, or a PROJ string.
  ///
  /// Nothing else is accepted: GDAL would take the text for a file name or a URL.
  init?(_ text: String) {
    let code = /[A-Za-z]+:[A-Za-z0-9]+/
    guard text.hasPrefix("+proj=") || text.wholeMatch(of: code) != nil,
      let handle = OSRNewSpatialReference(nil)
    else { return nil }
    guard OSRSetFromUserInput(handle, text) == OGRERR_NONE else {
      OSRRelease(handle)
      return nil
    }
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
    self.handle = handle
  }

  /// A copy of a system that belongs to a layer, without heights.
  init?(copying other: OGRSpatialReferenceH) {
    guard let handle = OSRClone(other) else { return nil }
    OSRDemoteTo2D(handle, nil)
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
    self.handle = handle
  }

  deinit { OSRRelease(handle) }

  /// What the system is called: `WGS 84 / UTM zone 48N`.
  var name: String { OSRGetName(handle).map { String(cString: $0) } ?? "unnamed" }

  /// Whether coordinates in it are WGS 84 longitude and latitude already.
  var isLongitudeLatitude: Bool {
    guard let authority = OSRGetAuthorityName(handle, nil),
      let code = OSRGetAuthorityCode(handle, nil)
    else { return false }
    let name = "\(String(cString: authority)):\(String(cString: code))"
    return name == "EPSG:4326" || name == "OGC:CRS84"
  }

  /// Whether both put the same coordinates in the same place.
  func isSame(as other: borrowing SpatialReference) -> Bool {
    isLongitudeLatitude && other.isLongitudeLatitude || OSRIsSame(handle, other.handle) != 0
  }

  var isProjected: Bool { OSRIsProjected(handle) != 0 }
  var isGeographic: Bool { OSRIsGeographic(handle) != 0 }
  /// Length of its unit in metres.
  var metresPerUnit: Double { OSRGetLinearUnits(handle, nil) }
}
