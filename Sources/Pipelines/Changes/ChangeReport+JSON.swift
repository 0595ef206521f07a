import Publishing

extension ChangeReport {
  /// `changes.json`: how many of each kind, and each with before, after and causes.
  var json: JSON {
    let counts = Change.Kind.allCases.map { kind in
      (name: kind.rawValue, value: JSON.integer(changes(kind).count))
    }
    return [
      "first_release": .boolean(isFirst),
      "compared_with": .optional(previous),
      "date": .optional(date),
      "failed_nights": failed?.json ?? .null,
      "notes": .array(notes.map(JSON.text)),
      "headlines": .array(headlines.map(JSON.text)),
      "counts": .object(counts),
      "changes": .array(changes.map(\.json)),
      "earlier": .array(
        earlier.map {
          [
            "release": .text($0.release),
            "date": .optional($0.date),
            "headlines": .array($0.headlines.map(JSON.text)),
          ]
        }),
    ]
  }
}

extension Change {
  fileprivate var json: JSON {
    [
      "kind": .text(kind.rawValue),
      "area_code": .optional(area),
      "area_name": .optional(areaName),
      "subject": .optional(subject),
      "before": before.json,
      "after": after.json,
      "causes": .array(
        causes.map {
          ["cause": .text($0.kind.rawValue), "details": .array($0.details.map(JSON.text))]
        }),
    ]
  }
}

extension Change.Fact {
  fileprivate var json: JSON {
    switch self {
    case .nothing: .null
    case .number(let number): .real(number)
    case .integer(let integer): .integer(integer)
    case .text(let text): .text(text)
    case .flag(let flag): .boolean(flag)
    case .numbers(let numbers): .array(numbers.map(JSON.real))
    case .texts(let texts): .array(texts.map(JSON.text))
    case .cell(let value, let status):
      ["value": value.map(JSON.real) ?? .null, "status": .text(status.rawValue)]
    }
  }
}
