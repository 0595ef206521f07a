/// The password in a connection text, kept out of what a server or its library says of it.
struct Secret {
  /// The password, and each part of it that a reader may take for something else.
  private let parts: Set<Substring>

  /// Finds the password in `key=value` pairs, where blanks in it may have lost their quotes, or in
  /// the URL of a database.
  init(in connection: String) {
    let pairs = connection.matches(
      of: /password\s*=\s*('(?:\\.|[^'\\])*'|.*?)(?=\s+\w+\s*=|&|$)/.ignoresCase())
    let users = connection.matches(of: /:\/\/[^:\/]*:(.*)@/)
    let found = pairs.map(\.output.1) + users.map(\.output.1)
    let pieces = found.flatMap { $0.split { " \t'\"\\@:/%?#&=".contains($0) } }
    let bare = found.map { $0.trimmingPrefix("'") }.map { $0.hasSuffix("'") ? $0.dropLast() : $0 }
    parts = Set(found + bare + pieces).subtracting([""])
  }

  /// The message with `…` for every quotation of the password or of a part of it, and for the
  /// password wherever it stands.
  func removed(from message: String) -> String {
    let quotations = message.replacing(/(["'])(.*?)\1/) { match in
      let isTold = parts.contains { match.output.2.contains($0) || $0.contains(match.output.2) }
      return isTold && !match.output.2.isEmpty
        ? "\(match.output.1)…\(match.output.1)" : match.output.0
    }
    return parts.filter { $0.count > 3 }.sorted { ($1.count, $1) < ($0.count, $0) }
      .reduce(quotations) { $0.replacing($1, with: "…") }
  }
}
