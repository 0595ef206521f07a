/// A small JSON document whose members keep their order. Large ones are written straight to bytes.
package enum JSON: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  case text(String)
  case array([JSON])
  case object([(name: String, value: JSON)])

  /// The text, or null.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

  /// The document over several lines, two spaces deeper a level, with a line end at its end.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Adds the document on one line.
  func writeCompact(to bytes: inout [UInt8]) {
    write(to: &bytes, depth: nil)
  }

  private func write(to bytes: inout [UInt8], depth: Int?) {
    switch self {
    case .null: bytes.append(text: "null")
    case .boolean(let flag): bytes.append(text: flag ? "true" : "false")
    case .integer(let integer): bytes.append(text: String(integer))
    case .real(let real): bytes.append(real: real)
    case .text(let text): bytes.append(quoted: text)
    case .array(let elements):
      JSON.list("[]", elements, to: &bytes, depth: depth) { element, bytes, depth in
        element.write(to: &bytes, depth: depth)
      }
    case .object(let members):
      JSON.list("{}", members, to: &bytes, depth: depth) { member, bytes, depth in
        bytes.append(quoted: member.name)
        bytes.append(text: depth == nil ? ":" : ": ")
        member.value.write(to: &bytes, depth: depth)
      }
    }
  }

  private static func list<Element>(
    _ brackets: String, _ elements: [Element], to bytes: inout [UInt8], depth: Int?,
    write: (Element, inout [UInt8], Int?) -> Void
  ) {
    let inner = depth.map { $0 + 1 }
    bytes.append(contentsOf: brackets.utf8.prefix(1))
    for (order, element) in elements.enumerated() {
      if order > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth: inner, in: &bytes)
      write(element, &bytes, inner)
    }
    if !elements.isEmpty { breakLine(depth: depth, in: &bytes) }
    bytes.append(contentsOf: brackets.utf8.suffix(1))
  }

  private static func breakLine(depth: Int?, in bytes: inout [UInt8]) {
    guard let depth else { return }
    bytes.append(text: "\n" + String(repeating: "  ", count: depth))
  }
}

extension JSON: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}

extension JSON: ExpressibleByBooleanLiteral {
  package init(booleanLiteral flag: Bool) { self = .boolean(flag) }
}

extension JSON: ExpressibleByIntegerLiteral {
  package init(integerLiteral integer: Int) { self = .integer(integer) }
}

extension JSON: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// Members in the order they are written.
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { (name: $0.0, value: $0.1) })
  }
}
