import Diagnostics
import Dispatch
import Foundation
import Publishing
import Synchronization

/// The maps in formats beside SVG, drawn by another program and kept for the next run.
struct Pictures {
  private let formats: [PictureFormat]
  /// The drawings in SVG among what was asked for.
  let variants: Set<MapVariant>
  /// Where pictures are kept by what they were drawn from. Nothing breaks when it is emptied.
  private let cache: URL
  /// Nil where it is not installed.
  private let tool: PictureTool?

  /// Pictures in the formats asked for, kept below `cache`.
  init(
    _ formats: [PictureFormat], cache: URL, tool: @autoclosure () -> PictureTool? = PictureTool()
  ) {
    variants = Set(formats.compactMap(\.variant))
    let formats = PictureFormat.allCases.filter { formats.contains($0) && $0.variant == nil }
    self.formats = formats
    self.cache = cache.appending(path: "pictures", directoryHint: .isDirectory)
    self.tool = formats.isEmpty ? nil : tool()
  }

  /// What tells one request from another: other formats or another tool, another release.
  var settings: [String] {
    (formats.isEmpty ? [] : formats.map(\.rawValue) + [tool?.version ?? "no \(PictureTool.name)"])
      + MapVariant.allCases.filter(variants.contains).map(\.rawValue)
  }

  /// What to say where the pictures asked for cannot be drawn.
  var warnings: [Problem] {
    formats.isEmpty || tool != nil ? [] : [PictureTool.missing(for: formats)]
  }

  /// Whether the drawings for previews are needed.
  var needCards: Bool { formats.contains(.png) && tool != nil }

  /// The pictures of all maps among `files`, as a stage of its own where any are asked for.
  ///
  /// - Throws: what `draw(_:)` throws.
  func draw(_ files: [PublishedFile], in stages: inout Stages) throws -> [PublishedFile] {
    if formats.isEmpty || tool == nil { return [] }
    return try stages.run("pictures") {
      try draw(files)
    } outcome: {
      "\(counted($0.pictures.count, "picture")), \($0.drawn) of them drawn anew"
    }.pictures
  }

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
  func draw(_ files: [PublishedFile]) throws -> (pictures: [PublishedFile], drawn: Int) {
    guard let tool else { return ([], 0) }
    let jobs = files.flatMap { file in
      formats.compactMap { format in
        format.path(from: file.path).map { path in
          let key = sha256Hex(of: Array("\(tool.version)\n".utf8) + file.bytes)
          return Job(drawing: file, format: format, path: path, name: "\(key).\(format.rawValue)")
        }
      }
    }
    try prepare(keeping: Set(jobs.map(\.name)))
    // What is not as it was written is drawn anew.
    let missing = jobs.filter { CheckedFile.payload(of: url($0)) == nil }
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
      guard let picture = CheckedFile.payload(of: url(job)) else {
        throw Problem(
          "'\(url(job).path)' changed while it was read", remedy: "run again")
      }
      return PublishedFile(path: job.path, bytes: [UInt8](picture))
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
    try CheckedFile.sealed(Data(contentsOf: unfinished)).write(to: url(job), options: .atomic)
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
