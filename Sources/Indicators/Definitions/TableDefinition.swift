public import Diagnostics

/// How a table of observations is to be read.
public struct TableDefinition: Sendable, Hashable {
  /// How observations stand in the table.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// One row an observation, with a column that names the indicator.
    case long
    /// One row an area, one column an indicator.
    case wide
  }

  /// What becomes of a run when rows meet no area.
  public enum UnmatchedRows: String, Sendable, Hashable, CaseIterable {
    /// The run fails.
    case fail
    /// The run says so and goes on.
    case warn
    /// Only the join report says so.
    case ignore
  }

  /// The name that indicators use for the table.
  public var id: String
  /// The file as the definition names it.
  public var file: String
  /// How observations stand in it.
  public var layout: Layout
  /// What its columns are called.
  public var columns: TableColumns
  /// Texts that mean "no value" besides the empty cell, which always does; compared exactly.
  public var missing: [String]
  /// The code systems that the column of areas may use; usually one. A text that means
  /// different areas in two of them is an error.
  public var codeSystems: [String]
  /// Which texts stand for which area code, for this table alone.
  public var aliases: [String: String]
  /// Whether the gazetteer's aliases are looked up after the codes.
  public var usesAliases: Bool
  /// Whether normalised names are looked up after the aliases.
  public var usesNames: Bool
  /// Codes or names in the column of areas that are no areas of the layer, such as the
  /// country as a whole; their rows are passed over and counted.
  public var otherAreas: [String]
  /// What the texts in the column of flags mean.
  public var flags: [String: Flag]
  /// The area set that the table is written for; nil for that of the layer.
  public var areaSet: String?
  /// Areas of the layer that mean something else in the table's area set, by code, with the
  /// reason. Without a crosswalk they receive no value.
  public var changedAreas: [String: String]
  /// What becomes of the run when rows meet no area.
  public var unmatchedRows: UnmatchedRows
  /// Where the definition stands.
  public var place: Place?

  /// A table; everything but its name and file has a default.
  public init(
    id: String, file: String, layout: Layout = .long, columns: TableColumns = TableColumns(),
    missing: [String] = [], codeSystems: [String] = [Gazetteer.layerSystem],
    aliases: [String: String] = [:], usesAliases: Bool = true, usesNames: Bool = true,
    otherAreas: [String] = [], flags: [String: Flag] = Flag.customary, areaSet: String? = nil,
    changedAreas: [String: String] = [:], unmatchedRows: UnmatchedRows = .fail,
    place: Place? = nil
  ) {
    self.id = id
    self.file = file
    self.layout = layout
    self.columns = columns
    self.missing = missing
    self.codeSystems = codeSystems
    self.aliases = aliases
    self.usesAliases = usesAliases
    self.usesNames = usesNames
    self.otherAreas = otherAreas
    self.flags = flags
    self.areaSet = areaSet
    self.changedAreas = changedAreas
    self.unmatchedRows = unmatchedRows
    self.place = place
  }
}
