import Diagnostics
import Foundation

/// The program that runs.
enum Program {
  /// Name, version and SHA-256 of its code, so that a rebuilt program is another one. Found once.
  ///
  /// - Throws: `Problem` when the executable cannot be read.
  static func identity() throws -> String {
    guard let code else {
      throw Problem(
        "the program cannot read its own executable", remedy: "mount /proc and run again")
    }
    return "\(Tool.name) \(Tool.version) \(code)"
  }

  /// The SHA-256 of its code; nil where it cannot be read.
  static let code =
    (try? Data(contentsOf: URL(filePath: "/proc/self/exe"), options: .alwaysMapped))
    .map { sha256Hex(ofParts: $0.loaded) }
}

extension Data {
  /// What the system loads of an ELF file (its `PT_LOAD` segments): symbols and debugging
  /// information, which are most of it, change no result. The whole of any other file.
  fileprivate var loaded: [Data] {
    guard count >= 64, starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1]) else { return [self] }
    let table = Int(clamping: little(UInt64.self, at: 32))
    let size = Int(little(UInt16.self, at: 54))
    return (0..<Int(little(UInt16.self, at: 56))).compactMap { number in
      let entry = table + number * size
      guard little(UInt32.self, at: entry) == 1 else { return nil }
      let start = Int(clamping: little(UInt64.self, at: entry + 8))
      let length = Int(clamping: little(UInt64.self, at: entry + 32))
      return start <= count ? self[start..<Swift.min(count, start + length)] : nil
    }
  }

  /// The little-endian number at an offset; 0 behind the end.
  fileprivate func little<Number: FixedWidthInteger>(_: Number.Type, at offset: Int) -> Number {
    let bytes = dropFirst(offset).prefix(MemoryLayout<Number>.size)
    return bytes.reversed().reduce(0) { $0 << 8 | Number($1) }
  }
}
