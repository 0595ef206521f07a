import Diagnostics
import Foundation

/// `current`, which leads to the last good release: a relative symbolic link, or, where the
/// file system knows no links, a file of that name with the same text and a line end.
struct ReleasePointer: Sendable {
  /// `output/<pipeline>/current`.
  let url: URL
  /// Where it is made before it takes the old one's place.
  let aside: URL
  private let disk: Disk

  /// The pointer of the pipeline whose folder is `folder`.
  init(folder: URL, disk: Disk) {
    url = folder.appending(path: "current")
    aside = folder.appending(path: ".current.partial")
    self.disk = disk
  }

  /// Points to release `name`, in one step for whoever reads.
  func move(to name: String) throws {
    try refuseFolder()
    try writing(url) {
      try? disk.remove(aside)
      do {
        try disk.link("releases/\(name)", aside)
      } catch let error where ReleasePointer.isWithoutLinks(error) {
        try disk.write(Array("releases/\(name)\n".utf8), aside)
        try disk.flush(aside)
      }
      try disk.rename(aside, url)
      try disk.flush(url.deletingLastPathComponent())
    }
  }

  /// The name of the release it points to; nil when there is no pointer.
  ///
  /// - Throws: `Problem` when it is no pointer, or points elsewhere than to a release.
  func read() throws -> String? {
    try refuseFolder()
    guard let text = try text() else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "releases", let name = parts.last, !name.isEmpty,
      !name.hasPrefix("."), name.unicodeScalars.allSatisfy({ $0.value > 0x20 })
    else {
      throw Problem(
        "'\(url.path)' points to '\(text.prefix(100))', which is no release", remedy: remedy)
    }
    return String(name)
  }

  /// What to do about a pointer that leads nowhere.
  let remedy = "run again, or choose a release with 'inclusion-atlas rollback'"

  private func text() throws -> String? {
    let manager = FileManager.default
    if let target = try? manager.destinationOfSymbolicLink(atPath: url.path) { return target }
    guard manager.fileExists(atPath: url.path) else { return nil }
    guard let file = try? FileHandle(forReadingFrom: url),
      let bytes = try? file.read(upToCount: 4096)
    else { throw Problem("cannot read '\(url.path)'", remedy: remedy) }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private func refuseFolder() throws {
    let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type]
    switch type as? FileAttributeType {
    case nil, .typeRegular, .typeSymbolicLink: return
    case let type:
      // Reading a pipe or a device may take for ever.
      let what = type == .typeDirectory ? "a folder" : "no plain file"
      throw Problem(
        "'\(url.path)' is \(what) and not the link to a release",
        remedy: "move it away and run again")
    }
  }

  /// EPERM is what Linux says for FAT, the others come from network and user-space file systems.
  private static func isWithoutLinks(_ error: any Error) -> Bool {
    [EPERM, EOPNOTSUPP, ENOTSUP, ENOSYS].contains { $0 == systemCode(of: error) }
  }
}
