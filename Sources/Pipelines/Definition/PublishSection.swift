import GDALAccess
import Publishing

/// The `publish:` section: how files are written, and where else a release goes.
struct PublishSection: Sendable {
  /// A schema of a PostGIS database.
  struct Target: Sendable {
    /// A connection text starting with `PG:`.
    var database: Placed<String>
    /// The schema's name.
    var schema: String
  }

  var options = FileOptions()
  var target: Target?

  init(_ section: Section?) {
    guard let section else { return }
    defer { section.finish() }
    if let decimals = section.integer("coordinate_decimals", in: 3...7) {
      options.coordinateDecimals = decimals
      options.coordinateDecimalsPlace = section.place(of: "coordinate_decimals")
    }
    options.csvHasByteOrderMark = section.flag("csv_byte_order_mark") ?? false
    target = section.section("postgis").flatMap(Target.init)
  }
}

extension PublishSection.Target {
  init?(_ section: Section) {
    defer { section.finish() }
    let schema = section.placedText("schema")
    if let schema, schema.value.wholeMatch(of: /[a-z][a-z0-9_]{0,62}/) == nil {
      section.log.add(
        "'\(schema.value)' is no name of a schema", at: schema.place,
        remedy: "use up to 63 small letters, digits and '_', beginning with a letter")
    }
    self.schema = schema?.value ?? "atlas"
    guard let database = section.placedText("database", required: true) else { return nil }
    guard database.value.hasPrefix("PG:") else {
      section.log.add(
        "this is no PostGIS connection ('\(section.shown("database"))')", at: database.place,
        remedy: "write 'PG:dbname=… host=…'")
      return nil
    }
    self.database = database
  }
}
