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

  /// A file of some lines of another, each ended by a line feed, which shares its bytes.
  ///
  /// - Parameter ranges: where the lines stand in `file`, in order and apart from each other,
  ///   with the byte behind each left out.
  init(path: String, lines ranges: [Range<Int>], of file: PublishedFile) {
    self.path = path
    content = .lines(ranges, of: file.content)
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
private indirect enum Content: Sendable {
  case memory([UInt8])
  case disk(DiskBytes)
  case lines([Range<Int>], of: Content)

  /// What is smaller is not worth a file.
  private static let leastOnDisk = 64 << 20

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
    case .lines(let ranges, let whole): Content.lines(ranges, of: whole.bytes)
    }
  }

  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .disk(let stored): stored.count
    case .lines(let ranges, _): ranges.reduce(0) { $0 + $1.count + 1 }
    }
  }

  /// Moves the lines to the front, so that they need no room beside the whole.
  private static func lines(_ ranges: [Range<Int>], of whole: consuming [UInt8]) -> [UInt8] {
    let count = whole.withUnsafeMutableBytes { buffer in
      var end = 0
      for range in ranges {
        let line = UnsafeRawBufferPointer(rebasing: buffer[range])
        UnsafeMutableRawBufferPointer(rebasing: buffer[end...]).copyMemory(from: line)
        end += line.count + 1
        buffer[end - 1] = UInt8(ascii: "\n")
      }
      return end
    }
    whole.removeSubrange(count...)
    return whole
  }
}
