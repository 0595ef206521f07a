import Diagnostics
import Foundation

/// The folder whose files a definition may read.
///
/// It is the folder that holds `pipelines/` when the definition lies in a folder of
/// that name, else the definition's own folder. Files elsewhere are read only when
/// `allow_files:` names them or a folder above them; symbolic links are followed
/// before the check, so that a link cannot lead out.
struct Project: Sendable {
  /// The project's folder, links resolved.
  let root: URL
  /// The definition's folder, which paths in it start from.
  let folder: URL
  /// Files and folders outside the project that the definition allows by name, links resolved.
  let allowed: [URL]

  /// The project of a definition at `definition`.
  init(definition: URL, allowing allowed: [String] = []) {
    let folder = definition.absoluteURL.deletingLastPathComponent().resolvingLinks
    self.folder = folder
    root = folder.lastPathComponent == "pipelines" ? folder.deletingLastPathComponent() : folder
    self.allowed = allowed.map { folder.path(to: $0).resolvingLinks }
  }

  /// The file that the definition calls `name` at `place`; one that is missing or is no file comes
  /// with that problem.
  ///
  /// - Throws: `Problem` when it lies outside what the definition may read.
  func file(_ name: Placed<String>) throws -> InputFile {
    let path = name.value
    if path.hasPrefix("/vsi") || path.contains("://") || path.contains("\0") {
      throw Problem(
        "'\(path)' is not a file of the project", at: name.place,
        remedy: "fetch it into the project first; nothing is read from the network")
    }
    let written = folder.path(to: path).standardizedFileURL
    let url = written.resolvingLinks
    guard contains(url) else {
      throw Problem(
        "'\(path)' lies outside the project", at: name.place,
        remedy: "move it into the project, or name it under 'allow_files'")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      return InputFile(
        url: url, name: display(written), place: name.place,
        problem: Problem(
          "no such file '\(display(written))'", at: name.place, remedy: remedy(for: written)))
    }
    var problem: Problem?
    if isFolder.boolValue, url.pathExtension != "gdb" {
      problem = Problem(
        "'\(display(written))' is a folder", at: name.place, remedy: "name a file in it")
    } else if !isFolder.boolValue, !url.isRegularFile {
      problem = Problem(
        "'\(display(written))' is a pipe, a socket or a device, not a file", at: name.place,
        remedy: "write what comes out of it into a file, and name that")
    }
    return InputFile(url: url, name: display(written), place: name.place, problem: problem)
  }

  /// The path as messages and manifests show it: from the project's folder.
  func display(_ url: URL) -> String {
    let path = url.path
    let base = root.path.hasSuffix("/") ? root.path : root.path + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }

  private func contains(_ url: URL) -> Bool {
    ([root] + allowed).contains { base in
      url.path == base.path
        || url.path.hasPrefix(base.path.hasSuffix("/") ? base.path : base.path + "/")
    }
  }

  private func remedy(for url: URL) -> String {
    let folder = url.deletingLastPathComponent()
    let siblings = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let near = url.lastPathComponent.nearest(in: siblings.sorted(), limit: 1).first
    return near.map { "did you mean '\($0)'?" }
      ?? "paths start from the folder of the definition; check the spelling"
  }
}

extension URL {
  /// The file that this folder calls `name`, which may be an absolute path.
  fileprivate func path(to name: String) -> URL {
    name.hasPrefix("/") ? URL(filePath: name) : appending(path: name)
  }

  /// Whether it is a file that ends: reading a pipe waits for whoever writes into it.
  var isRegularFile: Bool {
    let kind =
      try? FileManager.default.attributesOfItem(atPath: resolvingLinks.path)[.type]
      as? FileAttributeType
    return kind == .typeRegular
  }

  /// The path with every symbolic link followed, as far as it exists.
  var resolvingLinks: URL {
    guard let resolved = realpath(path, nil) else {
      let parent = deletingLastPathComponent()
      return parent.path == path ? self : parent.resolvingLinks.appending(path: lastPathComponent)
    }
    defer { free(resolved) }
    return URL(filePath: String(cString: resolved))
  }
}
