import Diagnostics
import Foundation

/// A file that the definition reads.
struct InputFile: Sendable, Hashable {
  /// Where it lies, links resolved.
  let url: URL
  /// As messages and manifests show it: its path from the project's folder.
  let name: String
  /// Where the definition names it.
  let place: Place
  /// Why it cannot be read, where a run may go on without it; nil where it is there.
  var problem: Problem?

  /// Its bytes; 0 where nobody can tell.
  var size: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
