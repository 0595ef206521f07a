import Diagnostics
import Foundation
import Synchronization

/// A program that is told how a run went: started without a shell, with what `last-run.json`
/// says on its standard input.
struct Hook {
  let program: URL
  /// Seconds after which it is ended.
  var patience = 60.0

  /// Runs the program and waits for it.
  ///
  /// - Throws: `Problem` when it cannot be started, fails, or takes too long.
  func run(reading input: [UInt8]) throws {
    // A file and no pipe: a program that does not read must not kill this one.
    let file = FileManager.default.temporaryDirectory.appending(
      path: "inclusion-atlas-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try writing(file) { try Data(input).write(to: file) }
    let process = Process()
    process.executableURL = program
    process.standardInput = try writing(file) { try FileHandle(forReadingFrom: file) }
    process.standardOutput = FileHandle.standardError
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      try process.run()
    } catch {
      throw Problem(
        "'\(program.relativePath)' cannot be started",
        remedy: "give the path of a program that this user may run")
    }
    if ended.wait(timeout: .now() + patience) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      throw Problem(
        "'\(program.relativePath)' did not end within \(Int(patience)) seconds and was ended",
        remedy: "let it hand longer work to another program")
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Problem(
        "'\(program.relativePath)' failed (\(process.terminationStatus))",
        remedy: "run it by hand with last-run.json on its standard input")
    }
  }
}
