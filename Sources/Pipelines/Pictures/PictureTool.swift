import Diagnostics
import Foundation

/// librsvg's `rsvg-convert`, which draws SVG as PNG and PDF.
struct PictureTool: Sendable {
  /// The name of the program.
  static let name = "rsvg-convert"

  private let program: URL
  /// What it says of itself.
  let version: String

  /// The tool on the search path; nil where there is none.
  init?(searching path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") {
    let folders = path.split(separator: ":").map { URL(filePath: String($0)) }
    let programs = folders.map { $0.appending(path: PictureTool.name) }
    guard
      let program = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }
      ),
      let answer = try? PictureTool.run(program, ["--version"])
    else { return nil }
    self.program = program
    version = answer.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What to say where there is none.
  static func missing(for formats: [PictureFormat]) -> Problem {
    let names = formats.map { "'\($0.rawValue)'" }.joined(separator: " and ")
    return Problem(
      "'\(name)' is not installed, so there are no pictures in \(names)",
      remedy: "install the Debian package librsvg2-bin, or leave them out of 'formats'")
  }

  /// Draws the SVG file at `drawing` into a file at `picture`.
  ///
  /// - Throws: `Problem` with what the tool complains of.
  func draw(_ drawing: URL, as format: PictureFormat, into picture: URL) throws {
    do {
      _ = try PictureTool.run(
        program,
        ["--format", format.rawValue, "--output", picture.path, drawing.path])
    } catch let problem as Problem {
      throw Problem(
        "'\(PictureTool.name)' cannot draw a \(format.rawValue): \(problem.what)",
        remedy: "update librsvg2-bin, or leave '\(format.rawValue)' out of 'formats'")
    }
  }

  /// Runs a program and returns what it writes.
  private static func run(_ program: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    // A PDF holds the time of its making, unless told another one.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SOURCE_DATE_EPOCH": "0"]) { $1 }
    let (output, complaints) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaints
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both are short: neither can fill its pipe while the other is read.
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(
      decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Problem(said.split(whereSeparator: \.isNewline).first.map(String.init) ?? "it failed")
    }
    return text
  }
}
