import Diagnostics
import Foundation
import Yams

/// A definition file as a tree of nodes that know their lines.
enum YAMLDocument {
  /// Larger files are no definitions.
  static let largestFile = 1 << 20

  /// Parses `text`; an empty document is an empty mapping.
  ///
  /// - Throws: `Problem` with the line and column where the text stops being YAML.
  static func parse(_ text: String, file: String) throws -> Node {
    do {
      return try Yams.compose(yaml: text) ?? .mapping(Node.Mapping([]))
    } catch let error as YamlError {
      throw problem(error, file: file)
    }
  }

  private static func problem(_ error: YamlError, file: String) -> Problem {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let surrounding = context.map { " (\($0.text))" } ?? ""
      return Problem(
        "this is not YAML: \(problem)\(surrounding)",
        at: Place(file: file, line: mark.line, column: mark.column),
        remedy: "mind indentation, quotes and brackets on this line and the one before")
    case .duplicatedKeysInMapping(let keys, let context):
      return Problem(
        "the key \(keys.sorted().map { "'\($0)'" }.joined(separator: ", ")) stands twice",
        at: Place(file: file, line: context.mark.line, column: context.mark.column),
        remedy: "keep one of them")
    default:
      return Problem(
        "this is not YAML in UTF-8", at: Place(file: file), remedy: "save the file as UTF-8 text")
    }
  }
}
