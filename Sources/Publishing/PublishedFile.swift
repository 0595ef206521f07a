/// One file of a release: its path within the release and its bytes.
///
/// A large file rests on the disk until somebody asks for its bytes, so that a release of any size
/// needs no more memory than its largest file.
public struct PublishedFile: Sendable, CustomStringConvertible {
  /// Path within the release, with `/`: `maps/divide.en.svg`.
  public var path: String
  private var content: Content

  /// The whole content. A large file is read anew each time it is asked for.
  public var bytes: [UInt8] {
    get { content.bytes }
    set { content = Content(newValue) }
  }

  /// How many bytes it has.
  public var size: Int { content.count }

  /// A file of the given bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    content = Content(bytes)
  }

  /// Path and size; the bytes themselves would drown a log.
  public var description: String { "\(path) (\(size) bytes)" }
}

extension PublishedFile: Hashable {
  /// Whether path and bytes are the same, wherever the bytes rest.
  public static func == (first: PublishedFile, second: PublishedFile) -> Bool {
    first.path == second.path && first.size == second.size && first.bytes == second.bytes
  }

  /// Path and size are enough to tell the files of a release apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(size)
  }
}

/// Bytes where they take the least room.
private enum Content: Sendable {
  case memory([UInt8])
  case disk(DiskBytes)

  /// What is smaller is not worth a file.
  private static let leastOnDisk = 4 << 20

  /// Where the disk has no room for them, they stay in memory.
  init(_ bytes: [UInt8]) {
    self =
      (bytes.count < Content.leastOnDisk ? nil : DiskBytes(bytes)).map(Content.disk)
      ?? .memory(bytes)
  }

  var bytes: [UInt8] {
    switch self {
    case .memory(let bytes): bytes
    case .disk(let stored): stored.bytes
    }
  }

  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .disk(let stored): stored.count
    }
  }
}
