import CGDAL

// GDAL keeps its last error, its stack of error handlers and its options a thread.
// Everything below is therefore synchronous, and so is every caller.

/// Makes GDAL's formats known, once in a process, and closes the way to the network.
private let setUp: Void = {
  GDALAllRegister()
  // A GeoJSON file may name a reference system by URL, which GDAL would go and fetch.
  CPLHTTPSetFetchCallback(
    { _, _, _, _, _, _, _ in
      let size = MemoryLayout<CPLHTTPResult>.size
      guard let memory = VSICalloc(1, size) else { return nil }
      let refusal = memory.bindMemory(to: CPLHTTPResult.self, capacity: 1)
      refusal.pointee.nStatus = 1
      refusal.pointee.pszErrBuf = VSIStrdup("fetching from the network is not allowed")
      return refusal
    }, nil)
}()

/// Runs `work` with GDAL's drivers at hand and without GDAL printing to standard error;
/// what went wrong is left for `lastMessage`.
func quietly<Result>(_ work: () throws -> Result) rethrows -> Result {
  _ = setUp
  CPLPushErrorHandler { CPLQuietErrorHandler($0, $1, $2) }
  defer { CPLPopErrorHandler() }
  CPLErrorReset()
  return try work()
}

/// GDAL's last message, without the path that it likes to put in front and without its
/// closing full stop; empty where it said nothing.
func lastMessage(without path: String = "") -> String {
  var message = String(cString: CPLGetLastErrorMsg())
  for prefix in ["`\(path)' ", "'\(path)' ", "\(path): "] where !path.isEmpty {
    if message.hasPrefix(prefix) { message.removeFirst(prefix.count) }
  }
  while let last = message.last, last == "." || last.isWhitespace { message.removeLast() }
  return message
}

/// Runs `work` with options in the form GDAL wants them: `NAME=value` texts.
func withOptions<Result>(
  _ options: [String],
  _ work: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) throws -> Result
) rethrows -> Result {
  var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  for option in options { list = CSLAddString(list, option) }
  defer { CSLDestroy(list) }
  return try work(list)
}

/// Runs `work` with GDAL's configuration option `name` set on this thread.
func withConfiguration<Result>(
  _ name: String, _ value: String, _ work: () throws -> Result
) rethrows -> Result {
  let before = CPLGetThreadLocalConfigOption(name, nil).map { String(cString: $0) }
  CPLSetThreadLocalConfigOption(name, value)
  defer { CPLSetThreadLocalConfigOption(name, before) }
  return try work()
}
