import Diagnostics
import Dispatch
import Foundation
import Publishing
import Synchronization

/// The maps in formats beside SVG, drawn by another program and kept for the next run.
struct Pictures {
  /// The formats asked for.
  var formats: [PictureFormat]
  /// Where pictures are kept by what they were drawn from. Nothing breaks when it is emptied.
  var cache: URL

  private struct Job {
    var drawing: PublishedFile
    var format: PictureFormat
    var path: String
    /// File name in the cache.
    var name: String
  }

  /// The pictures of all maps among `files`, in their order; `drawn` says how many had to be
  /// drawn because their SVG, or the tool, had changed.
  ///
  /// - Throws: `Problems` with one for each picture that failed; `Problem` when the cache cannot
  ///   be written.
  func draw(_ files: [PublishedFile], with tool: PictureTool) throws -> (
    pictures: [PublishedFile], drawn: Int
  ) {
    let jobs = files.flatMap { file in
      formats.compactMap { format in
        format.path(from: file.path).map { path in
          let key = sha256Hex(of: Array("\(tool.version)\n".utf8) + file.bytes)
          return Job(drawing: file, format: format, path: path, name: "\(key).\(format.rawValue)")
        }
      }
    }
    try prepare(keeping: Set(jobs.map(\.name)))
    let missing = jobs.filter { !FileManager.default.fileExists(atPath: url($0).path) }
    let failures = Mutex<[Int: Problem]>([:])
    DispatchQueue.concurrentPerform(iterations: missing.count) { index in
      do {
        try draw(missing[index], with: tool)
      } catch {
        let problem = error as? Problem ?? Problem("\(error)")
        failures.withLock { $0[index] = problem }
      }
    }
    var problems = Problems()
    for (index, problem) in failures.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      problems.add(
        "\(missing[index].path): \(problem.what)", at: problem.place, remedy: problem.remedy)
    }
    try problems.throwIfAny()
    let pictures = try jobs.map { job in
      PublishedFile(path: job.path, bytes: [UInt8](try Data(contentsOf: url(job))))
    }
    return (pictures, missing.count)
  }

  private func url(_ job: Job) -> URL { cache.appending(path: job.name) }

  private func draw(_ job: Job, with tool: PictureTool) throws {
    let drawing = cache.appending(path: "\(job.name).svg")
    let unfinished = cache.appending(path: "\(job.name).part")
    defer {
      try? FileManager.default.removeItem(at: drawing)
      try? FileManager.default.removeItem(at: unfinished)
    }
    try Data(job.drawing.bytes).write(to: drawing)
    try tool.draw(drawing, as: job.format, into: unfinished)
    try FileManager.default.moveItem(at: unfinished, to: url(job))
  }

  /// Makes the cache, and removes what no map of this run needs.
  private func prepare(keeping names: Set<String>) throws {
    do {
      try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
      for name in try FileManager.default.contentsOfDirectory(atPath: cache.path)
      where !names.contains(name) {
        try FileManager.default.removeItem(at: cache.appending(path: name))
      }
    } catch {
      throw Problem(
        "the pictures cannot be kept in '\(cache.relativePath)'",
        remedy: "make the output folder writable")
    }
  }
}
