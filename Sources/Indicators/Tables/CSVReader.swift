internal import Diagnostics
internal import Foundation

/// Reads CSV strictly (RFC 4180), in pieces of any size: UTF-8 with or without byte order
/// mark, lines ended by LF or CR LF, cells of several lines in quotes.
///
/// Nothing is mended and nothing is dropped: whatever departs from the format is a problem
/// with its place, all of them together up to `TableLimits.problems`.
public struct CSVReader {
  private let file: String
  private let limits: TableLimits
  private var bytes: [UInt8] = []
  private var scanner: CSVScanner?
  private var validated = 0
  private var isASCII = true
  /// Size of the file, where it is known.
  private var size: Int?

  /// A reader; `file` is the name that messages use.
  public init(file: String, limits: TableLimits = TableLimits()) {
    self.file = file
    self.limits = limits
  }

  /// Reads the next piece of the file.
  ///
  /// - Throws: `Problems` when going on makes no sense: no UTF-8, no text at all, or larger
  ///   than the limits.
  public mutating func append(_ piece: some Sequence<UInt8>) throws {
    bytes.append(contentsOf: piece)
    try scanAppended()
  }

  /// Reads the next piece from an open file, straight into place; false at its end.
  mutating func append(from descriptor: Int32, atMost size: Int) throws -> Bool {
    let before = bytes.count
    var failure: Int32 = 0
    bytes.append(addingCapacity: size) { span in
      span.withUnsafeMutableBufferPointer { buffer, count in
        var got = -1
        repeat {
          got = read(descriptor, buffer.baseAddress?.advanced(by: count), size)
        } while got < 0 && errno == EINTR
        if got < 0 { failure = errno } else { count += got }
      }
    }
    if failure != 0 {
      throw Problem(
        "the file cannot be read: \(String(cString: strerror(failure)))", at: Place(file: file),
        remedy: "check that the disk is well")
    }
    try scanAppended()
    return bytes.count > before
  }

  /// Makes room for a file of known size that is read in such pieces, so that no growing copies
  /// what was read.
  mutating func reserve(_ size: Int, pieces: Int) {
    self.size = size
    bytes.reserveCapacity(min(size, limits.bytes) + pieces)
  }

  private mutating func scanAppended() throws {
    if bytes.count > limits.bytes { throw limits.tooLarge(file) }
    // The first bytes tell what kind of file it is; wait for enough of them.
    if bytes.count >= 64 { try scan(isLast: false) }
  }

  /// The table, once everything was appended.
  ///
  /// - Throws: `Problems` with everything that was found.
  public consuming func finish() throws -> Table {
    try scan(isLast: true)
    scanner?.finish()
    try throwFaults()
    guard let scanner, let columns = scanner.columnCount else {
      throw Problem(
        "the file is empty", at: Place(file: file, line: 1, column: 1),
        remedy: "write a header line and one line a row")
    }
    let header = Table(
      file: file, header: Array(repeating: "", count: columns), bytes: bytes,
      starts: scanner.starts, lines: scanner.lines)
    let names = (0..<columns).map { header.text(row: -1, column: $0) }
    var problems = ProblemList(limit: limits.problems)
    if names.count == 1, let name = names.first,
      let (column, other) = name.unicodeScalars.enumerated().first(where: {
        ";\t|".unicodeScalars.contains($1)
      })
    {
      problems.add(
        "the header is one cell with \(other == "\t" ? "tabs" : String(other).quoted) in it",
        at: Place(file: file, line: 1, column: column + 1), remedy: "separate the cells by commas")
    } else {
      checkHeader(names, at: { header.place(row: -1, column: $0) }, in: &problems)
    }
    var damage = isASCII ? nil : bytes.withUnsafeBufferPointer { TextDamage.first(in: $0) }
    if !limits.quotesCells { damage = damage?.untold }
    if let damage { problems.add(damage.what, at: place(at: damage.offset), remedy: damage.remedy) }
    try problems.throwIfAny(in: file)
    return Table(
      file: file, header: names, bytes: bytes, starts: scanner.starts, lines: scanner.lines)
  }

  private mutating func scan(isLast: Bool) throws {
    if scanner == nil {
      if let kind = FileKind.foreign(bytes) {
        throw Problem(
          "the file is \(kind.name), not CSV", at: Place(file: file), remedy: kind.remedy)
      }
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      scanner = CSVScanner(start: start, limits: limits)
      validated = start
    }
    try validate(isLast: isLast)
    bytes.withUnsafeBufferPointer { scanner?.scan($0) }
    if let size {
      scanner?.reserve(bytes: min(size, limits.bytes))
      self.size = nil
    }
    if scanner?.stopped == true { try throwFaults() }
  }

  /// Checks that what was appended is UTF-8; the beginning of a character may wait at the end.
  private mutating func validate(isLast: Bool) throws {
    var end = bytes.count
    if !isLast {
      var back = 1
      while back <= 3, end - back >= validated, bytes[end - back] & 0xC0 == 0x80 { back += 1 }
      if end - back >= validated, bytes[end - back] >= 0xC0 { end -= back }
    }
    let wrong = bytes.withUnsafeBufferPointer { buffer -> Int? in
      do throws(UTF8.ValidationError) {
        let piece = UnsafeBufferPointer(rebasing: buffer[validated..<end])
        isASCII = try UTF8Span(validating: piece.span).isKnownASCII && isASCII
        return nil
      } catch {
        return validated + error.byteOffsets.lowerBound
      }
    }
    validated = end
    guard let wrong else { return }
    let code = String(bytes[wrong], radix: 16, uppercase: true)
    throw Problem(
      "the byte 0x\(code) is not UTF-8" + FileKind.encodingHint(of: bytes[wrong]),
      at: place(at: wrong), remedy: "save the file as 'CSV UTF-8'")
  }

  private func throwFaults() throws {
    guard let scanner, scanner.faultCount > 0 else { return }
    if scanner.columnCount == 1, case .ragged(let cells) = scanner.faults.first?.kind {
      throw Problem(
        "the first line has 1 cell and others have \(cells)",
        at: Place(file: file, line: 1, column: 1),
        remedy: "remove the title above the header")
    }
    var problems = ProblemList(limit: scanner.faults.count)
    for fault in scanner.faults {
      let message = fault.message(columns: scanner.columnCount ?? 0, limits: limits)
      problems.add(message.what, at: place(at: fault.offset), remedy: message.remedy)
    }
    for _ in scanner.faults.count..<scanner.faultCount { problems.add("", at: nil, remedy: nil) }
    try problems.throwIfAny(in: file)
  }

  private func place(at offset: Int) -> Place {
    var line = 1
    var column = 1
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes[start..<max(start, offset)] {
      if byte == Ascii.lineFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Place(file: file, line: line, column: column)
  }
}

extension Table {
  /// The table in CSV text that is already in memory.
  ///
  /// - Throws: `Problem` or `Problems`, see `CSVReader`.
  public init(csv text: some Sequence<UInt8>, file: String, limits: TableLimits = TableLimits())
    throws
  {
    var reader = CSVReader(file: file, limits: limits)
    try reader.append(text)
    self = try reader.finish()
  }

  /// Small enough to be still near the processor when it is scanned.
  private static let pieceSize = 1 << 18

  /// Reads a CSV file.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - file: the name that messages use; the path where it is left out.
  /// - Throws: `Problem` or `Problems`: no such file, not a regular file, and see `CSVReader`.
  public init(csvFile path: String, file: String? = nil, limits: TableLimits = TableLimits())
    throws
  {
    let name = file ?? path
    let kind =
      try? FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path)[.type] as? FileAttributeType
    guard let kind else {
      throw Problem(
        "there is no such file", at: Place(file: name),
        remedy: "check the spelling; capitals matter")
    }
    guard kind == .typeRegular, let handle = FileHandle(forReadingAtPath: path) else {
      throw Problem(
        kind == .typeRegular ? "the file cannot be opened" : "this is not a regular file",
        at: Place(file: name),
        remedy: kind == .typeRegular ? "check its permissions" : "name a CSV file")
    }
    defer { try? handle.close() }
    var reader = CSVReader(file: name, limits: limits)
    if let size = try? handle.seekToEnd() {
      if size > limits.bytes { throw limits.tooLarge(name) }
      reader.reserve(Int(clamping: size), pieces: Self.pieceSize)
      try handle.seek(toOffset: 0)
    }
    while try reader.append(from: handle.fileDescriptor, atMost: Self.pieceSize) {}
    self = try reader.finish()
  }
}
