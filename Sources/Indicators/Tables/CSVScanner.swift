/// Finds the cells of CSV text (RFC 4180) in one pass; it can stop after any byte and go on.
///
/// Cells are kept as positions in the text, quotes included. A broken record is told and
/// left out, and scanning goes on with the next line, so that one run finds every problem.
struct CSVScanner {
  private enum State {
    case cellStart, bare, quoted, quoteInQuoted, carriageReturn, skipping
  }

  private let limits: TableLimits
  /// For each record where each of its cells begins, and then where one more would begin that
  /// followed the last after a comma: a cell ends one byte before that.
  private(set) var starts: [UInt32] = []
  /// The line of each record's first cell, counted from 1.
  private(set) var lines: [UInt32] = []
  private(set) var columnCount: Int?
  /// What was found, as offsets that the reader turns into places.
  private(set) var faults: [CSVFault] = []
  private(set) var faultCount = 0
  /// Set when going on makes no sense: the limits are exceeded.
  private(set) var stopped = false
  private var state = State.cellStart
  private var position: Int
  private var cellStart: Int
  private var recordStart: Int
  private var recordCells = 0
  private var wholeRecords = 0
  private var firstExtra = 0
  private var line: UInt32 = 1
  private var recordLine: UInt32 = 1

  init(start: Int, limits: TableLimits) {
    self.limits = limits
    position = start
    cellStart = start
    recordStart = start
  }

  /// Makes room for the cells of a text of so many bytes, judging by those that were scanned.
  mutating func reserve(bytes: Int) {
    let share = Double(bytes) / Double(max(1, position))
    starts.reserveCapacity(min(limits.cells, Int(Double(starts.count) * share * 1.02)) + 1_000)
    lines.reserveCapacity(min(limits.cells, Int(Double(lines.count) * share * 1.02)) + 1_000)
  }

  /// Scans what was appended to `bytes` since the last call.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let end = bytes.count
    var at = position
    scanning: while at < end, !stopped {
      switch state {
      case .cellStart:
        if bytes[at] == Ascii.quote {
          state = .quoted
          at += 1
        } else {
          state = .bare
        }
      case .bare:
        at = passBareCells(bytes, from: at)
        if state == .cellStart { continue }
        if at == end { break scanning }
        bareSpecial(bytes[at], at: at)
        at += 1
      case .quoted:
        at = bytes.firstMark(from: at, orComma: false)
        if at == end { break scanning }
        if bytes[at] == Ascii.quote {
          state = .quoteInQuoted
        } else if bytes[at] == Ascii.lineFeed {
          line += 1
          if at - cellStart > limits.cellBytes { stop(.longCell, at: cellStart) }
        } else {
          refuseControl(bytes[at], at: at)
        }
        at += 1
      case .quoteInQuoted:
        switch bytes[at] {
        case Ascii.quote: state = .quoted
        case Ascii.comma: endCell(at: at)
        case Ascii.lineFeed: endRecord(cellEnd: at, next: at + 1)
        case Ascii.carriageReturn: state = .carriageReturn
        default: skip(.textAfterQuote, at: at)
        }
        at += 1
      case .carriageReturn:
        if bytes[at] == Ascii.lineFeed {
          endRecord(cellEnd: at - 1, next: at + 1)
          at += 1
        } else {
          skip(.bareCarriageReturn, at: at - 1)
        }
      case .skipping:
        if bytes[at] == Ascii.lineFeed {
          line += 1
          begin(at: at + 1)
        }
        at += 1
      }
    }
    position = at
    if !stopped, state != .skipping, at - cellStart > limits.cellBytes {
      stop(.longCell, at: cellStart)
    }
  }

  /// Ends the last record, which need not have a line end.
  mutating func finish() {
    if stopped { return }
    switch state {
    case .cellStart where position == recordStart, .skipping: break
    case .quoted: add(.unclosedQuote, at: cellStart)
    case .carriageReturn: add(.bareCarriageReturn, at: position - 1)
    case .cellStart, .bare, .quoteInQuoted: endRecord(cellEnd: position, next: position)
    }
    starts.removeLast(starts.count - wholeRecords)
  }

  /// Passes cell after cell without quotes, which is what most of a table is made of. Stops at
  /// the first byte that needs a closer look, or where a cell may begin with a quote.
  @inline(__always)
  private mutating func passBareCells(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    let end = bytes.count
    let most = columnCount ?? limits.columns
    var at = from
    var start = cellStart
    var count = recordCells
    while true {
      at = bytes.firstMark(from: at, orComma: true)
      if at == end || bytes[at] != Ascii.comma || count >= most || at - start > limits.cellBytes {
        break
      }
      starts.append(UInt32(truncatingIfNeeded: start))
      count += 1
      at += 1
      start = at
      if at == end || bytes[at] == Ascii.quote {
        state = .cellStart
        break
      }
    }
    cellStart = start
    recordCells = count
    return at
  }

  private mutating func bareSpecial(_ byte: UInt8, at: Int) {
    switch byte {
    case Ascii.comma: endCell(at: at)
    case Ascii.lineFeed: endRecord(cellEnd: at, next: at + 1)
    case Ascii.carriageReturn: state = .carriageReturn
    case Ascii.quote: skip(.quoteInBareCell, at: at)
    default: refuseControl(byte, at: at)
    }
  }

  private mutating func refuseControl(_ byte: UInt8, at: Int) {
    let isAllowed = byte >= 0x20 || byte == 0x09 || (state == .quoted && byte == 0x0D)
    if !isAllowed { skip(.control(byte), at: at) }
  }

  private mutating func endCell(at end: Int) {
    if end - cellStart > limits.cellBytes { return stop(.longCell, at: cellStart) }
    recordCells += 1
    if let columnCount, recordCells > columnCount {
      if recordCells == columnCount + 1 { firstExtra = cellStart }
    } else if recordCells > limits.columns {
      return stop(.manyColumns, at: cellStart)
    } else {
      starts.append(UInt32(truncatingIfNeeded: cellStart))
    }
    cellStart = end + 1
    state = .cellStart
  }

  private mutating func endRecord(cellEnd: Int, next: Int) {
    let isEmpty = cellEnd == recordStart
    endCell(at: cellEnd)
    if stopped { return }
    let expected = columnCount ?? recordCells
    if recordCells == expected, columnCount != nil || !isEmpty {
      columnCount = expected
      lines.append(recordLine)
      starts.append(UInt32(truncatingIfNeeded: cellEnd + 1))
      if starts.count > limits.cells { stop(.manyCells, at: recordStart) }
      wholeRecords = starts.count
    } else if columnCount == nil || isEmpty {
      add(.emptyLine, at: recordStart)
    } else if recordCells > expected {
      add(.ragged(cells: recordCells), at: firstExtra)
    } else {
      add(.ragged(cells: recordCells), at: cellEnd)
    }
    line += 1
    begin(at: next)
  }

  private mutating func begin(at next: Int) {
    if starts.count > wholeRecords { starts.removeLast(starts.count - wholeRecords) }
    recordCells = 0
    recordStart = next
    cellStart = next
    recordLine = line
    state = .cellStart
  }

  private mutating func skip(_ kind: CSVFault.Kind, at offset: Int) {
    add(kind, at: offset)
    // Without a header there is no telling what the rows should look like.
    if columnCount == nil { stopped = true }
    state = .skipping
  }

  private mutating func stop(_ kind: CSVFault.Kind, at offset: Int) {
    add(kind, at: offset)
    stopped = true
  }

  private mutating func add(_ kind: CSVFault.Kind, at offset: Int) {
    faultCount += 1
    if faults.count < limits.problems { faults.append(CSVFault(kind: kind, offset: offset)) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the first quote or control character (or comma) at or after `start`.
  ///
  /// Eight bytes at a time: in `(x − 0x01…01) & ~x & 0x80…80` the lowest set bit marks the first
  /// zero byte of x (Mycroft 1987), so the first byte equal to c is that of x ^ c…c; with
  /// another subtrahend the same finds the first byte below it.
  @inline(__always)
  fileprivate func firstMark(from start: Int, orComma: Bool) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(self)
    var at = start
    while at + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let controls = (word &- ones &* 0x20) & ~word
      let quoted = word ^ (ones &* UInt64(Ascii.quote))
      var marks = controls | ((quoted &- ones) & ~quoted)
      if orComma {
        let separated = word ^ (ones &* UInt64(Ascii.comma))
        marks |= (separated &- ones) & ~separated
      }
      marks &= tops
      if marks != 0 { return at + marks.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count {
      let byte = self[at]
      if byte < 0x20 || byte == Ascii.quote || (orComma && byte == Ascii.comma) { break }
      at += 1
    }
    return at
  }
}
