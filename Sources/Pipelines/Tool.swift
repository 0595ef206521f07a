/// This program, as manifests and `--version` name it.
public enum Tool {
  /// Name of the command.
  public static let name = "inclusion-atlas"
  /// Semantic version.
  public static let version = "0.1.0"
}
