extension String {
  /// The text in single quotes as messages show it: control characters and invisible ones
  /// written as `\u{…}`, so that no input can draw on a terminal, and cut after 60 characters.
  var quoted: String {
    var shown = "'"
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == 60 {
        shown += "…"
        break
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "'"
  }

  /// The text without white space at its ends.
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The last part of a path.
  var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}

extension Unicode.Scalar {
  /// `U+200B`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Sequence<String> {
  /// `a, b and c`, each quoted, cut after `limit`.
  func listed(limit: Int = 12) -> String {
    let texts = map(\.quoted)
    let shown = texts.prefix(limit)
    if texts.count > limit {
      return shown.joined(separator: ", ") + " and \(texts.count - limit) more"
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "none" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// `: did you mean 'x'?` in brackets, or nothing.
func didYouMean(_ text: String, in candidates: some Sequence<String>) -> String {
  text.nearest(in: candidates, limit: 1).first.map { " (did you mean \($0.quoted)?)" } ?? ""
}
