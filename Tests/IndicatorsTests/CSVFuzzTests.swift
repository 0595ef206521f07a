import Diagnostics
import Foundation
import Testing

@testable import Indicators

/// The cell in quotes. A quote with an accent on it is one character, and a quote all the same.
private func quoted(_ cell: String) -> String {
  "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
}

/// Every cell in quotes, lines ended by CR LF.
private func quoted(_ rows: [[String]]) -> String {
  rows.map { row in row.map(quoted).joined(separator: ",") }.joined(separator: "\r\n")
}

private func rows(of table: Table) -> [[String]] {
  (-1..<table.rowCount).map { row in
    table.header.indices.map { table.text(row: row, column: $0) }
  }
}

/// What reading gives: the rows, or the complaints.
private func outcome(of bytes: [UInt8], pieces size: Int, limits: TableLimits) -> String {
  do {
    var reader = CSVReader(file: "t.csv", limits: limits)
    for start in stride(from: 0, to: bytes.count, by: size) {
      try reader.append(bytes[start..<min(start + size, bytes.count)])
    }
    return "\(rows(of: try reader.finish()))"
  } catch {
    return "\(error)"
  }
}

@Suite("Random and mutated tables") struct CSVFuzzTests {
  @Test("10,000 random tables survive writing and reading, quoted or bare as may be.")
  func roundTrips() throws {
    var random = Seeded(state: 7)
    let alphabet = [
      "a", "é", "ខ", ",", "\"", "\n", "\r\n", " ", "0", "\u{200B}", "", "=", "\t", "12.5", "'",
      "\u{301}", "😀",
    ]
    for _ in 0..<10_000 {
      let columns = Int.random(in: 1...4, using: &random)
      let body = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        (0..<columns).map { _ in
          (0..<Int.random(in: 0...3, using: &random))
            .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }.joined()
        }
      }
      let header = (0..<columns).map { "c\($0)" }
      let all = [header] + body
      let bare = all.map { row in
        row.map { cell in
          cell.utf8.contains { $0 < 0x2D } || (cell.isEmpty && columns == 1)
            ? quoted(cell) : cell
        }.joined(separator: ",") + "\n"
      }.joined()
      for text in [quoted(all), bare] {
        let read = try Table(csv: text.utf8, file: "t.csv")
        if rows(of: read) != all { Issue.record("\(all)") }
      }
    }
  }

  /// More iterations: `FUZZ_ITERATIONS=1000000 swift test --filter mutations`.
  @Test("Mutated tables are read or refused, never otherwise, wherever their pieces end.")
  func mutations() throws {
    let wanted = ProcessInfo.processInfo.environment["FUZZ_ITERATIONS"].flatMap(Int.init) ?? 3_000
    let limits = TableLimits(bytes: 4_000, columns: 20, cells: 400, cellBytes: 300, problems: 5)
    let seeds = [
      "area_code,indicator,value\nA,x,1\nB,x,2\n",
      "\u{FEFF}name,b\r\n\"é,\"\"\r\nខេត្ត\",1\r\nx,\"\"\r\n",
      quoted([["a", "b"], ["1,2", "say \"x\""], ["\n\n", ""]]),
      "a\n\"\"\nb\n",
    ].map { Array($0.utf8) }
    let tokens: [[UInt8]] = [
      [0], [0x22], [0x22, 0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0xEF, 0xBB, 0xBF], [0xFF],
      [0xC3, 0xA2], [0xC3, 0x83, 0xC2, 0xA9], [0xE1, 0x9E], [0xF0, 0x9F, 0x98, 0x80], [0x1B],
      [0x50, 0x4B, 3, 4], [0xEF, 0xBF, 0xBD], [UInt8](repeating: 0x2C, count: 30),
      [UInt8](repeating: 0x61, count: 400),
    ]
    var random = Seeded(state: 29)
    for _ in 0..<wanted {
      var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2:
          bytes.insert(contentsOf: tokens[Int.random(in: 0..<tokens.count, using: &random)], at: at)
        case 3: bytes.append(contentsOf: bytes[at...])
        default: bytes.removeLast(bytes.count - at)
        }
      }
      let whole = outcome(of: bytes, pieces: .max / 2, limits: limits)
      let pieces = outcome(
        of: bytes, pieces: Int.random(in: 1...90, using: &random), limits: limits)
      // What is told first of several faults depends on how far reading came.
      if whole != pieces, whole.hasPrefix("[[") || pieces.hasPrefix("[[") {
        Issue.record("\(bytes): \(whole) or \(pieces)")
      }
      do {
        let table = try Table(csv: bytes, file: "t.csv", limits: limits)
        let again = try Table(csv: quoted(rows(of: table)).utf8, file: "t.csv")
        if rows(of: again) != rows(of: table) { Issue.record("\(bytes) is read in two ways") }
      } catch let problem as Problem {
        check([problem], bytes)
      } catch let problems as Problems {
        check(problems.all, bytes)
      }
    }
  }

  private func check(_ problems: [Problem], _ bytes: [UInt8]) {
    let isSound =
      !problems.isEmpty && problems.count <= 6
      && problems.allSatisfy { $0.place?.file == "t.csv" && $0.remedy?.isEmpty == false }
    if !isSound { Issue.record("\(bytes): \(problems)") }
  }

  @Test(
    "Input without end is stopped after a little, and none of it is kept for a message.",
    arguments: [
      ("x", "a cell is longer than 65536 bytes", 1), ("c,", "the header has more than 1000", 1),
      ("\"", "a quote opens here and never closes", 257),
    ])
  func endless(text: String, message: String, most: Int) {
    var reader = CSVReader(file: "t.csv")
    // An even number of quotes, so that each piece continues one cell.
    let piece = Array(repeatElement(Array(text.utf8), count: (1 << 20) / text.utf8.count).joined())
    var pieces = 0
    let told = messages {
      while pieces < 300 {
        pieces += 1
        try reader.append(piece)
      }
    }
    #expect(pieces <= most)
    if most == 1 { #expect(told.contains(message)) }
    #expect(told.utf8.count < 300)
  }

  @Test("Rows without end are stopped by the number of cells.")
  func endlessRows() {
    let limits = TableLimits(cells: 50_000)
    var reader = CSVReader(file: "t.csv", limits: limits)
    let piece = Array(repeatElement(Array("1,2\n".utf8), count: 1_000).joined())
    var pieces = 0
    let told = messages {
      while pieces < 1_000 {
        pieces += 1
        try reader.append(piece)
      }
    }
    #expect(pieces < 20)
    #expect(
      told
        == "t.csv:16667:1: the table has more than 50000 cells; "
        + "leave out rows and columns that nothing reads; the file was not read further")
  }
}
