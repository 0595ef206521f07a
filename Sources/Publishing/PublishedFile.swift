/// One file of a release: its path within the release and its bytes.
public struct PublishedFile: Sendable, Hashable, CustomStringConvertible {
  /// Path within the release, with `/`: `maps/divide.en.svg`.
  public var path: String
  /// The whole content.
  public var bytes: [UInt8]

  /// A file of the given bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Path and size; the bytes themselves would drown a log.
  public var description: String { "\(path) (\(bytes.count) bytes)" }
}
