internal import Diagnostics
internal import Foundation

/// Text that was converted wrongly before it came here, though its bytes are UTF-8.
struct TextDamage: Sendable, Hashable {
  /// Where the word with the damage begins, in bytes.
  var offset: Int
  /// What is wrong, and what to do about it.
  var what: String
  var remedy: String

  /// What messages say of a table that has figures to withhold: nothing that stands in it.
  var untold: TextDamage {
    TextDamage(offset: offset, what: "a text was damaged by a wrong encoding", remedy: remedy)
  }

  /// The first damage in the text, nil where there is none: a replacement character, a control
  /// character of ISO 6429, or UTF-8 that was once read as Windows-1252 (`KÃ¢mpÃ³ng`).
  static func first(in bytes: UnsafeBufferPointer<UInt8>) -> TextDamage? {
    // All of it begins with one of three bytes, which other text mostly does without.
    let marks: [UInt8] = [0xC2, 0xC3, 0xEF]
    let found = marks.compactMap { mark in
      var start = 0
      while let at = bytes.position(of: mark, from: start) {
        if let damage = damage(in: bytes, at: at) { return damage }
        start = at + 1
      }
      return nil
    }
    return found.min { $0.offset < $1.offset }
  }

  private static func damage(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> TextDamage? {
    let next = bytes[offset + 1]
    switch bytes[offset] {
    case 0xEF where next == 0xBF && bytes[offset + 2] == 0xBD:
      let word = Word(around: offset, in: bytes)
      return TextDamage(
        offset: word.offset, what: "a character of \(word.text.quoted) is lost (U+FFFD)",
        remedy: "export the table again, as UTF-8")
    case 0xC2 where next < 0xA0:
      let code = String(next, radix: 16, uppercase: true)
      return TextDamage(
        offset: offset, what: "the control character U+00\(code) stands in the text",
        remedy: "export the table again, as UTF-8")
    case 0xC3:
      let word = Word(around: offset, in: bytes)
      guard let meant = Misread.mended(word.text) else { return nil }
      return TextDamage(
        offset: word.offset,
        what: "\(word.text.quoted) looks like \(meant.quoted) read in the wrong encoding",
        remedy: "export the table again, as UTF-8")
    default: return nil
    }
  }

  /// A stretch of text without spaces and separators.
  private struct Word {
    var offset: Int
    var text: String

    init(around offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
      func isBreak(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x22 || byte == 0x2C }
      var start = offset
      while start > 0, !isBreak(bytes[start - 1]), offset - start < 200 { start -= 1 }
      while bytes[start] & 0xC0 == 0x80 { start += 1 }
      var end = offset
      while end < bytes.count, !isBreak(bytes[end]), end - offset < 200 { end += 1 }
      self.offset = start
      text = String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }
}

extension String {
  /// What is wrong with a text that no strict table holds, as a clause: a control character (tabs
  /// and line ends set aside), a lost character, or letters read in the wrong encoding. Nil where
  /// nothing is.
  public var damage: String? {
    var text = self
    return text.withUTF8 { bytes in
      let control = bytes.first { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }
      return control.map { CSVFault(kind: .control($0), offset: 0) }?
        .message(columns: 0, limits: TableLimits()).what ?? TextDamage.first(in: bytes)?.what
    }
  }
}

/// UTF-8 that was read as Windows-1252.
enum Misread {
  /// The text as it was meant, where at least one character in it is beyond doubt such a
  /// misreading; nil otherwise.
  static func mended(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var mended = ""
    var isCertain = false
    var at = 0
    while at < scalars.count {
      if let (scalar, length) = character(scalars[at...]) {
        mended.unicodeScalars.append(scalar)
        // Two letters may stand together by chance where the second is a quotation mark or a
        // dash, as in 'IRMÃ”'; three that make up one character do not.
        isCertain = isCertain || length > 2 || !isPunctuation(scalars[at + 1])
        at += length
      } else {
        mended.unicodeScalars.append(scalars[at])
        at += 1
      }
    }
    return isCertain ? mended : nil
  }

  /// The character whose UTF-8 bytes the text begins with, one byte a letter.
  private static func character(_ text: ArraySlice<Unicode.Scalar>)
    -> (scalar: Unicode.Scalar, length: Int)?
  {
    guard let first = text.first, let lead = byte(of: first) else { return nil }
    let length =
      switch lead {
      case 0xC2...0xC5: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    let bytes = text.prefix(length).compactMap(byte)
    guard length > 0, bytes.count == length,
      let decoded = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first,
      length > 2 || decoded.value >= 0xA0
    else { return nil }
    return (decoded, length)
  }

  /// The byte that Windows-1252, or Latin-1 where that has none, writes the character as.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if let index = upper.firstIndex(of: scalar) { return UInt8(0x80 + index) }
    return (0x80...0xFF).contains(scalar.value) ? UInt8(scalar.value) : nil
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    "‘’“”–—…‹›«»·".unicodeScalars.contains(scalar)
  }

  /// What Windows-1252 has from 0x80 to 0x9F; its five gaps are those of Latin-1.
  private static let upper: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the next byte of that value at or after `start`.
  fileprivate func position(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }
}
