import Diagnostics
import Foundation
import Publishing
import TextShaping

extension Manifest.Font {
  /// A font as it is installed now.
  ///
  /// - Throws: `Problem` when it is gone.
  init(_ file: FontFile) throws {
    let url = URL(filePath: "\(FontFile.folder)/\(file.path)")
    guard let digest = try? sha256Hex(ofFile: url) else {
      throw Problem(
        "'\(url.path)' cannot be read",
        remedy: "install the Debian package \(file.package) again")
    }
    self.init(
      path: file.path, package: file.package, licence: file.licence, sha256: digest)
  }
}
