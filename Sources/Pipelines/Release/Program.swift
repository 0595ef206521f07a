import Diagnostics
import Foundation

/// The program that runs.
enum Program {
  /// Name, version and SHA-256 of its code, so that a rebuilt program is another one.
  ///
  /// - Throws: `Problem` when the executable cannot be read.
  static func identity() throws -> String {
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/exe"))
      return "\(Tool.name) \(Tool.version) \(sha256Hex(of: try loadedBytes(of: file)))"
    } catch {
      throw Problem(
        "the program cannot read its own executable", remedy: "mount /proc and run again")
    }
  }

  /// What the system loads of an ELF file (its `PT_LOAD` segments): symbols and debugging
  /// information, which are most of it, change no result. The whole of any other file.
  private static func loadedBytes(of file: FileHandle) throws -> Data {
    guard let header = try file.read(upToCount: 64), header.count == 64,
      header.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1])
    else {
      try file.seek(toOffset: 0)
      return try file.readToEnd() ?? Data()
    }
    let size = Int(header.little(UInt16.self, at: 54))
    let count = Int(header.little(UInt16.self, at: 56))
    try file.seek(toOffset: header.little(UInt64.self, at: 32))
    let table = try file.read(upToCount: size * count) ?? Data()
    var loaded = Data()
    for entry in stride(from: 0, to: table.count - 55, by: max(size, 56)) {
      guard table.little(UInt32.self, at: entry) == 1 else { continue }
      try file.seek(toOffset: table.little(UInt64.self, at: entry + 8))
      let length = Int(clamping: table.little(UInt64.self, at: entry + 32))
      try loaded.append(file.read(upToCount: length) ?? Data())
    }
    return loaded
  }
}

extension Data {
  /// The little-endian number at an offset; 0 behind the end.
  fileprivate func little<Number: FixedWidthInteger>(_: Number.Type, at offset: Int) -> Number {
    let bytes = dropFirst(offset).prefix(MemoryLayout<Number>.size)
    return bytes.reversed().reduce(0) { $0 << 8 | Number($1) }
  }
}
