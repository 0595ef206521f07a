import Diagnostics
import Foundation
import GDALAccess
import Publishing
import TextShaping

/// What a run reads, and what reads it: all that a release depends on but the date.
struct Provenance: Sendable, Hashable {
  /// The definition, then every other file, each with the SHA-256 of its bytes.
  let inputs: [Manifest.Entry]
  /// The file of the boundaries with its parts; none for a database.
  let boundaries: [Manifest.Entry]
  /// The libraries that numbers or bytes depend on.
  private(set) var libraries: [Manifest.Version]
  /// The fonts whose letters are drawn.
  private(set) var fonts: [Manifest.Font] = []
  /// The seed of everything that draws at random.
  let seed: UInt64
  /// Whether a database is read, which nobody can tell the same from night to night.
  let readsDatabase: Bool

  /// What a run of the definition reads now. A table that cannot be read and that the run may do
  /// without is left out of the definition's inputs, as if its file were missing.
  ///
  /// - Throws: `RunFailure` with every other file that cannot be read.
  init(_ definition: inout PipelineDefinition) throws {
    var entries: [Manifest.Entry] = []
    var problems = Problems()
    for file in definition.inputs {
      do throws(RunFailure) {
        entries += try Provenance.entries(of: [file])
      } catch {
        if !definition.doWithout(file, because: error.problems.first) {
          problems.all += error.problems
        }
      }
    }
    if !problems.isEmpty { throw RunFailure(problems, kind: .run) }
    inputs = entries
    let file = definition.boundaries.origin.file
    boundaries = try Provenance.entries(of: file.map { [$0] } ?? [])
    let versions = LibraryVersions.current
    libraries =
      [
        Manifest.Version(name: "gdal", version: versions.gdal),
        Manifest.Version(name: "proj", version: versions.proj),
      ] + (versions.geos.map { [Manifest.Version(name: "geos", version: $0)] } ?? [])
    seed = definition.indexes.compactMap(\.hotspots?.inference.seed).first ?? 1
    let origins = [definition.boundaries.origin] + definition.tables.map(\.origin)
    readsDatabase = origins.contains { $0.file == nil }
  }

  /// The manifest of a release of these files.
  func manifest(of files: [PublishedFile]) -> Manifest {
    Manifest(
      inputs: inputs,
      outputs: files.map { Manifest.Entry(path: $0.path, sha256: sha256Hex(of: $0.bytes)) },
      definition: inputs[0],
      tool: Manifest.Version(name: Tool.name, version: Tool.version, sha256: Program.code),
      libraries: libraries, fonts: fonts, seed: seed)
  }

  /// The same with fonts whose letters were drawn, and the library that shaped them.
  func with(_ fonts: [Manifest.Font]) -> Provenance {
    if fonts.isEmpty { return self }
    var provenance = self
    provenance.fonts = fonts
    provenance.libraries.append(Manifest.Version(name: "harfbuzz", version: Typesetter.version))
    return provenance
  }

  /// The same as a comparison of two releases knows it.
  var origin: Snapshot.Origin {
    Snapshot.Origin(
      definition: inputs[0].sha256,
      inputs: Dictionary(inputs.dropFirst().map { ($0.path, $0.sha256) }) { first, _ in first },
      programs: ["\(Tool.name) \(Tool.version)"] + libraries.map { "\($0.name) \($0.version)" },
      code: Program.code)
  }

  /// What tells that nothing changed; nil where that cannot be told before the work is done.
  ///
  /// - Parameter settings: what else decides the output: options of the command, other programs.
  /// - Throws: `Problem` when the program cannot read itself.
  func fingerprint(settings: [String] = []) throws -> Fingerprint? {
    if readsDatabase { return nil }
    return Fingerprint(
      program: try Program.identity(), inputs: inputs.map { ($0.path, $0.sha256) },
      settings: libraries.map { "\($0.name) \($0.version)" } + settings)
  }

  /// Reads the inputs again.
  ///
  /// - Throws: `Problems` with every file that is not what it was when the run began.
  func checkUnchanged(_ definition: PipelineDefinition) throws {
    var problems = Problems()
    let now = Set(try Provenance.entries(of: definition.inputs))
    for entry in inputs where !now.contains(entry) {
      problems.add("'\(entry.path)' changed while it was read", remedy: "run again")
    }
    try problems.throwIfAny()
  }

  /// The files with their parts.
  ///
  /// - Throws: `RunFailure` with every one that cannot be read.
  static func entries(of files: [InputFile]) throws(RunFailure) -> [Manifest.Entry] {
    var problems = Problems()
    let entries = files.flatMap(\.parts).compactMap { part in
      problems.collect {
        guard let digest = try? sha256Hex(ofFile: part.url) else {
          throw Problem(
            "'\(part.name)' cannot be read", at: part.place,
            remedy: "give whoever runs this the right to read it, or have the disk checked")
        }
        return Manifest.Entry(path: part.name, sha256: digest)
      }
    }
    if !problems.isEmpty { throw RunFailure(problems, kind: .run) }
    return entries
  }
}

extension InputFile {
  /// The file with those that GDAL reads along with it: the parts of a shapefile, the files of a
  /// geodatabase, the journal of a GeoPackage.
  var parts: [InputFile] {
    func part(_ path: String, _ url: URL) -> InputFile {
      InputFile(url: url, name: path, place: place)
    }
    if url.pathExtension.lowercased() == "gdb",
      let paths = FileManager.default.enumerator(atPath: url.path)
    {
      return paths.compactMap { $0 as? String }.sorted().map {
        part("\(name)/\($0)", url.appending(path: $0))
      }
    }
    let companions = InputFile.companions[url.pathExtension.lowercased()] ?? []
    return [self]
      + companions.compactMap { ending in
        let other = url.deletingPathExtension().appendingPathExtension(ending)
        let otherName = (name as NSString).deletingPathExtension + ".\(ending)"
        return FileManager.default.fileExists(atPath: other.path) ? part(otherName, other) : nil
      }
  }

  private static let companions = [
    "shp": ["shx", "dbf", "prj", "cpg"], "gpkg": ["gpkg-wal"], "tab": ["dat", "map", "id"],
    "mif": ["mid"],
  ]
}
