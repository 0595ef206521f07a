internal import Geography

/// The columns of a table as a Table Schema: type, title, unit, meaning and constraints.
func schema(of table: AtlasTable, in language: String) -> JSON {
  var members: [(name: String, value: JSON)] = [
    ("fields", .array(table.fields.map { fieldSchema(of: $0, in: language) })),
    ("missingValues", [""]),
  ]
  if let key = table.fields.first(where: \.constraints.isUnique) {
    members.append(("primaryKey", [.text(key.name)]))
  }
  return .object(members)
}

private func fieldSchema(of field: AtlasField, in language: String) -> JSON {
  var members: [(name: String, value: JSON)] = [
    ("name", .text(field.name)),
    ("type", .text(field.values.typeName)),
    ("title", .text(field.title.text(in: language))),
    ("description", .text(field.description)),
  ]
  if let unit = field.unit { members.append(("unit", .text(unit.text(in: language)))) }
  let constraints = constraintMembers(of: field)
  if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
  return .object(members)
}

private func constraintMembers(of field: AtlasField) -> [(name: String, value: JSON)] {
  let constraints = field.constraints
  // A bound has the type of its column: a whole one beside ranks.
  func bound(_ number: Double) -> JSON {
    if case .integer = field.values { .integer(Int(number)) } else { .real(number) }
  }
  var members: [(name: String, value: JSON)] = []
  if constraints.isRequired { members.append(("required", true)) }
  if constraints.isUnique { members.append(("unique", true)) }
  if let minimum = constraints.minimum { members.append(("minimum", bound(minimum))) }
  if let maximum = constraints.maximum { members.append(("maximum", bound(maximum))) }
  if let choices = constraints.choices {
    members.append(("enum", .array(choices.map(JSON.text))))
  }
  return members
}
