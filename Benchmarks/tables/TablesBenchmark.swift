import Foundation
import Indicators

/// How fast CSV is read, in MB a second of one core.
///
///     swift run -c release tables-benchmark        each table is made anew, 64 MB each
///     swift run -c release tables-benchmark 200    of 200 MB each
///
/// Time is what the process used of the processor, in its own code and in the kernel on its
/// behalf, so that other work on the machine counts little; the median of nine runs is quoted.
@main
struct TablesBenchmark {
  static func main() throws {
    let megabytes = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 64
    let file = FileManager.default.temporaryDirectory.appending(path: "tables-benchmark.csv")
    defer { try? FileManager.default.removeItem(at: file) }
    for table in MadeTable.all {
      let bytes = table.bytes(atLeast: megabytes << 20)
      try Data(bytes).write(to: file)
      let size = Double(bytes.count) / 1e6
      try report(table.name, size) { try Table(csvFile: file.path).rowCount }
    }
  }

  private static func report(_ name: String, _ size: Double, _ work: () throws -> Int) rethrows {
    var speeds: [Double] = []
    var rows = 0
    for _ in 0..<9 {
      let start = processorSeconds()
      rows = try work()
      speeds.append(size / (processorSeconds() - start))
    }
    speeds.sort()
    print(
      name.padding(toLength: 36, withPad: " ", startingAt: 0),
      String(format: "%8d rows  %6.0f MB/s (%.0f to %.0f)", rows, speeds[4], speeds[0], speeds[8]))
  }

  /// Processor time of the process so far, user and system.
  private static func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
