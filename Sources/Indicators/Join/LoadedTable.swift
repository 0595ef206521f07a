/// A table that was read, and how its rows are to be understood.
public struct LoadedTable: Sendable {
  /// How it is to be read.
  public var definition: TableDefinition
  /// What is in it.
  public var table: Table
  /// What moves it to the layer's area set; nil where it is written for that set.
  public var crosswalk: Crosswalk?

  /// A table with its definition.
  public init(definition: TableDefinition, table: Table, crosswalk: Crosswalk? = nil) {
    self.definition = definition
    self.table = table
    self.crosswalk = crosswalk
  }
}
