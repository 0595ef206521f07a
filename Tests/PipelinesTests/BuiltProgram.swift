import Foundation

/// The command line, which is built beside the tests.
let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  .deletingLastPathComponent().appending(path: "inclusion-atlas")
