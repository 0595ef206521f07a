/// Finds the cells of CSV text (RFC 4180) in one pass; it can stop after any byte and go on.
///
/// Cells are kept as positions in the text, quotes included. A broken record is told and
/// left out, and scanning goes on with the next line, so that one run finds every problem.
struct CSVScanner {
  private enum State {
    case cellStart, bare, quoted, quoteInQuoted, carriageReturn, skipping
  }

  private let limits: TableLimits
  private(set) var cells: [Table.Cell] = []
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
  private var firstCell = 0
  private var firstExtra = 0
  private var line: UInt32 = 1
  private var recordLine: UInt32 = 1

  init(start: Int, limits: TableLimits) {
    self.limits = limits
    position = start
    cellStart = start
    recordStart = start
  }

  /// Scans what was appended to `bytes` since the last call.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let end = bytes.count
    var at = position
    scanning: while at < end, !stopped {
      let byte = bytes[at]
      switch state {
      case .cellStart:
        if byte == Ascii.quote {
          state = .quoted
          at += 1
        } else {
          state = .bare
        }
      case .bare:
        // Nearly every byte of a bare cell is above the comma, so one comparison passes it.
        while at < end, bytes[at] > Ascii.comma { at += 1 }
        if at == end { break scanning }
        bareSpecial(bytes[at], at: at)
        at += 1
      case .quoted:
        while at < end, bytes[at] > Ascii.quote { at += 1 }
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
        switch byte {
        case Ascii.quote: state = .quoted
        case Ascii.comma: endCell(at: at)
        case Ascii.lineFeed: endRecord(cellEnd: at, next: at + 1)
        case Ascii.carriageReturn: state = .carriageReturn
        default: skip(.textAfterQuote, at: at)
        }
        at += 1
      case .carriageReturn:
        if byte == Ascii.lineFeed {
          endRecord(cellEnd: at - 1, next: at + 1)
          at += 1
        } else {
          skip(.bareCarriageReturn, at: at - 1)
        }
      case .skipping:
        if byte == Ascii.lineFeed { startRecord(at: at + 1) }
        at += 1
      }
    }
    position = at
    if state != .skipping, at - cellStart > limits.cellBytes { stop(.longCell, at: cellStart) }
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
      cells.append(Table.Cell(start: UInt32(cellStart), end: UInt32(end)))
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
      firstCell = cells.count
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

  private mutating func startRecord(at next: Int) {
    line += 1
    begin(at: next)
  }

  private mutating func begin(at next: Int) {
    cells.removeLast(cells.count - firstCell)
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
