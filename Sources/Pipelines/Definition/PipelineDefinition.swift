import Diagnostics
import Foundation
import Geography
import Indicators

/// Everything a definition file says; every value that can be wrong later knows its place.
struct PipelineDefinition {
  /// Definition of an unread context layer and its credit.
  struct Context {
    var water: InputFile?
    var surroundings: InputFile?
    var attribution: String?
  }

  /// The table of national figures and the code of the country in it.
  struct National {
    var file: InputFile
    var area: Placed<String>
  }

  /// A table that moves figures from one area set to another.
  struct CrosswalkSection {
    var id: Placed<String>
    var file: InputFile
    var from: String
    var to: String
  }

  /// The file stem: `cambodia`.
  var name: String
  /// The definition itself.
  var file: InputFile
  var title: LocalizedText
  var languages: [String]
  var boundaries: BoundariesDefinition
  var context: Context
  var gazetteer: GazetteerSection
  var sourcesFile: InputFile?
  var sources: [Placed<Source>]
  var tables: [TableSection]
  /// The names of all tables, of those too that cannot be read.
  var tableNames: [String]
  var crosswalks: [CrosswalkSection]
  /// The names of all crosswalks, of those too that cannot be read.
  var crosswalkNames: [String]
  var national: National?
  var indicators: [IndicatorSection]
  var checks: [CheckSection]
  var indexes: [IndexSection]
  var maps: MapsDefinition
  /// Date printed as `as of`; nil leaves it out.
  var asOf: String?
  /// Formats of the maps beside SVG.
  var formats: [PictureFormat]
  /// How files are written, and where else a release goes.
  var publish: PublishSection
  /// How many releases to keep, the linked one included.
  var keep = 30

  /// Every file it reads, itself first, each once; without those that are not there.
  var inputs: [InputFile] {
    var seen: Set<URL> = []
    let optional = [
      context.water, context.surroundings, gazetteer.areas, gazetteer.aliases, sourcesFile,
      national?.file,
    ]
    let all =
      [file] + (boundaries.origin.file.map { [$0] } ?? []) + optional.compactMap(\.self)
      + tables.compactMap(\.origin.file) + crosswalks.map(\.file)
    return all.filter { $0.problem == nil && seen.insert($0.url).inserted }
  }
  /// Leaves out the tables of a file that cannot be read, where the run may do without them.
  ///
  /// - Returns: whether nothing else is read from it.
  mutating func doWithout(_ file: InputFile, because problem: Problem?) -> Bool {
    for (number, table) in tables.enumerated()
    where table.origin.file?.url == file.url
      && indicators.mayDoWithout(table: table.definition.id)
    {
      var unread = file
      unread.problem = problem
      tables[number].origin = .file(unread)
    }
    return !inputs.contains { $0.url == file.url }
  }
  /// Ids of the indicators that the run does without, because the file of their table is missing or
  /// cannot be read.
  var unread: [String] {
    let tables = Set(
      tables.filter { $0.origin.file?.problem != nil }.map(\.definition.id)
        .filter(indicators.mayDoWithout))
    return indicators.filter { tables.contains($0.table.value) }.map(\.id)
  }
}
