import Diagnostics
import Foundation
import Geography
import Indicators
import Publishing
import Yams

extension Section {
  /// A text as written: `04` stays `04`, `NO` stays `NO`. One that no file could hold is told.
  func text(_ key: String, required: Bool = false) -> String? {
    guard let node = node(key) else {
      if required { reportMissing(key) }
      return nil
    }
    guard case .scalar(let scalar) = node else {
      log.add(
        "'\(shown(key))' must be a text", at: Place(node, in: file),
        remedy: "write one value on this line")
      return nil
    }
    if let damage = scalar.string.damage {
      log.add(
        "'\(shown(key))' cannot be published: \(damage)", at: Place(node, in: file),
        remedy: "correct the text")
    }
    return scalar.string
  }

  func placedText(_ key: String, required: Bool = false) -> Placed<String>? {
    text(key, required: required).map { Placed($0, at: place(of: key)) }
  }

  /// A number in `range`.
  func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text), number.isFinite else {
      log.add(
        "'\(text)' is not a number ('\(shown(key))')", at: place(of: key),
        remedy: "write digits with a decimal point")
      return nil
    }
    guard range.contains(number) else {
      let low = range.lowerBound.formatted(.number.grouping(.never))
      let bounds =
        if range.lowerBound == .leastNonzeroMagnitude {
          "above 0"
        } else if range.upperBound >= .greatestFiniteMagnitude {
          "of at least \(low)"
        } else {
          "from \(low) to \(range.upperBound.formatted(.number.grouping(.never)))"
        }
      log.add(
        "\(text) is out of range ('\(shown(key))')", at: place(of: key),
        remedy: "give a number \(bounds)")
      return nil
    }
    return number
  }

  /// A whole number in `range`.
  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let bounds =
        range.upperBound == .max
        ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
      log.add(
        "'\(text)' is no whole number \(bounds) ('\(shown(key))')", at: place(of: key),
        remedy: "give a whole number \(bounds)")
      return nil
    }
    return number
  }

  /// A day, as YYYY-MM-DD.
  func date(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if CalendarDate(text) != nil { return text }
    log.add("'\(text)' is no day", at: place(of: key), remedy: "write YYYY-MM-DD")
    return nil
  }

  /// `true` or `false`.
  func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      log.add(
        "'\(text)' is neither true nor false ('\(shown(key))')", at: place(of: key),
        remedy: "write true or false")
      return nil
    }
  }

  /// One of a few words.
  func choice(_ key: String, of words: [String]) -> String? {
    guard let text = text(key) else { return nil }
    if words.contains(text) { return text }
    let near = text.nearest(in: words, limit: 1).first
    log.add(
      "'\(text)' is not possible for '\(shown(key))'", at: place(of: key),
      remedy: near.map { "did you mean '\($0)'?" }
        ?? "write one of \(words.joined(separator: ", "))")
    return nil
  }

  /// A list of texts; a single text counts as a list of one.
  func list(_ key: String) -> [Placed<String>]? {
    guard let node = node(key) else { return nil }
    switch node {
    case .scalar(let scalar): return [Placed(scalar.string, at: Place(node, in: file))]
    case .sequence(let sequence):
      return sequence.compactMap { item in
        if case .scalar(let scalar) = item {
          return Placed(scalar.string, at: Place(item, in: file))
        }
        log.add(
          "an entry of '\(shown(key))' is not a text", at: Place(item, in: file),
          remedy: "write each entry as '- text'")
        return nil
      }
    default:
      log.add(
        "'\(shown(key))' must be a list", at: Place(node, in: file),
        remedy: "write [first, second] or one '- entry' a line")
      return nil
    }
  }

  /// A text in several languages, `{en: …, km: …}`; a plain text counts for English.
  func localized(_ key: String, required: Bool = false) -> LocalizedText? {
    guard let node = node(key) else {
      if required { reportMissing(key, remedy: "add '\(key): {en: …}'") }
      return nil
    }
    if case .scalar = node { return text(key).map { LocalizedText(["en": $0]) } }
    let section = Section(node, file: file, path: pathOf(key), shown: shown(key), log: log)
    var texts: [String: String] = [:]
    for entry in section.entries { texts[entry.key] = section.text(entry.key) }
    section.forgetKeys()
    return LocalizedText(texts)
  }
}
