internal import GDALAccess

/// A format that only some builds of GDAL write.
public enum OptionalFormat: CaseIterable, Sendable {
  /// GeoParquet.
  case parquet

  /// The file's path in a release.
  public var path: String {
    switch self {
    case .parquet: "atlas.parquet"
    }
  }

  /// Whether this GDAL writes it.
  public var isThere: Bool {
    switch self {
    case .parquet: FeatureTable.canWrite("Parquet")
    }
  }

  /// Why the file is not in the release, and how to get it.
  public var whyMissing: String {
    switch self {
    case .parquet:
      "no atlas.parquet: this GDAL has no driver 'Parquet' (use a GDAL built with Apache Arrow, "
        + "or 'geopandas.read_file(\"atlas.gpkg\").to_parquet(\"atlas.parquet\")')"
    }
  }
}
