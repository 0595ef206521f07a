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
}
