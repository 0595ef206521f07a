import CGDAL
import Diagnostics

/// A table as text, before anyone has judged what its cells mean.
public struct TextTable: Sendable, Hashable {
  /// A row and where it stands.
  public struct Row: Sendable, Hashable {
    /// Row of a sheet, counted from 1 with the header, or the identifier of a feature.
    public var number: Int
    /// The cells in the order of the header; nil where there is none.
    public var cells: [String?]
  }

  /// The sheet or layer.
  public var layer: String
  /// Whether rows are those of a spreadsheet.
  public var isSpreadsheet: Bool
  /// The names of the columns.
  public var header: [String]
  /// The rows in the order of the file.
  public var rows: [Row]
}

extension LayerSource {
  /// Reads a spreadsheet or a database table as text, with `drivers` such as `tableDrivers`.
  ///
  /// Text is kept to the letter, so that a code keeps its zeros. Numbers become the shortest
  /// text that reads back to the same number, whole ones without a point; dates become
  /// ISO 8601, truth values `true` and `false`. In a spreadsheet the first row is the header, a
  /// column without a name there has the empty name, and rows without any cell are no rows.
  ///
  /// - Throws: `Problem` or `Problems`: no such file or sheet; several and none chosen; text
  ///   that is not UTF-8; a formula without a value; more than 64 MB of text.
  public func readTable() throws -> TextTable {
    try quietly {
      // Without this GDAL guesses from the types whether there is a header.
      try withConfiguration("OGR_XLSX_HEADERS", "FORCE") {
        try withConfiguration("OGR_ODS_HEADERS", "FORCE") {
          let dataset = try Dataset(opening: self)
          let isSpreadsheet = ["XLSX", "ODS"].contains(dataset.driver)
          if isSpreadsheet { try refuseUncalculatedFormulas() }
          return try dataset.withLayer(of: self) { layer in
            try dataset.refuseOtherValues(in: layer)
            try dataset.refuseCutTexts(in: layer)
            try refuseGarbledNumbers(in: layer)
            let sheet = dataset.driver == "XLSX" ? sheet(named: layer.name) : nil
            return try TextTable(
              layer, isSpreadsheet: isSpreadsheet,
              truthValues: sheet.map(TruthValues.init) ?? TruthValues())
          }
        }
      }
    }
  }
}

extension TextTable {
  /// Tables of figures are far smaller; one that never ends is stopped here.
  private static let largestSize = 64 << 20

  fileprivate init(
    _ layer: borrowing Layer, isSpreadsheet: Bool, truthValues: TruthValues
  ) throws {
    let columns = layer.columns
    self.layer = layer.name
    self.isSpreadsheet = isSpreadsheet
    header = columns.enumerated().map { index, column in
      // GDAL's name for a column that has none.
      isSpreadsheet && column.name == "Field\(index + 1)" ? "" : column.name
    }
    rows = []
    var size = 0
    var problems = Problems()
    try layer.forEachFeature { feature in
      var place = layer.place(feature: feature.number)
      if isSpreadsheet { place.detail = "sheet '\(layer.name)', row \(feature.number)" }
      var cells: [String?] = []
      for (index, column) in columns.enumerated() {
        switch feature.text(Int32(index), column) {
        case .missing: cells.append(nil)
        case .text(var text):
          if truthValues.contains(row: Int(feature.number), column: index) {
            text = ["0", "false"].contains(text) ? "false" : "true"
          }
          cells.append(text)
          size += text.utf8.count
        case .garbled:
          cells.append(nil)
          problems.add(
            "the text in column '\(column.name)' is not UTF-8", at: place,
            remedy: layer.remedyForGarbledText)
        }
      }
      size += cells.count
      if size > Self.largestSize {
        throw Problem(
          "the table holds more than \(Self.largestSize >> 20) MB of text", at: layer.place(),
          remedy: "leave out rows and columns that nothing reads")
      }
      if isSpreadsheet, cells.allSatisfy({ $0 == nil }) { return }
      rows.append(Row(number: Int(feature.number), cells: cells))
    }
    try problems.throwIfAny()
  }
}

extension Feature {
  /// A cell as one would type it.
  fileprivate borrowing func text(_ index: Int32, _ column: Layer.Column) -> Cell {
    switch column.type {
    case OFTReal:
      guard let number = real(index) else { return .missing }
      if let whole = Int64(exactly: number), abs(number) < 1e15 { return .text("\(whole)") }
      return .text("\(number)")
    case OFTInteger where column.subtype == OFSTBoolean:
      guard let number = real(index) else { return .missing }
      return .text(number == 0 ? "false" : "true")
    case OFTDate, OFTDateTime:
      guard case .text(let text) = cell(index) else { return .missing }
      return .text(text.replacing("/", with: "-").replacing(" ", with: "T"))
    default:
      return cell(index)
    }
  }
}
