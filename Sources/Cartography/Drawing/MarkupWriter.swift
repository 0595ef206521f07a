/// Writes SVG or HTML into a byte buffer: every text escaped, every number the same everywhere.
public struct MarkupWriter {
  /// What was written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var openElements: [String] = []

  /// An attribute: its name, and a value that is escaped when written.
  public typealias Attribute = (name: String, value: String)

  /// How letters are drawn as outlines; nil where they are text.
  var lettering: Lettering?

  /// A writer with nothing written yet.
  public init() {}

  /// A writer that draws letters as outlines.
  init(lettering: Lettering?) { self.lettering = lettering }

  /// Another writer of the same letters, with nothing written yet.
  var sibling: MarkupWriter { MarkupWriter(lettering: lettering) }

  /// Opens an element; `close` closes it.
  public mutating func open(_ name: String, _ attributes: [Attribute] = []) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    openElements.append(name)
  }

  /// Closes the element opened last.
  public mutating func close() {
    guard let name = openElements.popLast() else { return }
    raw("</\(name)>\n")
  }

  /// An element that holds nothing, as SVG and HTML's void elements write it.
  public mutating func empty(_ name: String, _ attributes: [Attribute] = []) {
    start(name, attributes)
    raw("/>\n")
  }

  /// An element that holds text only.
  public mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) {
    open(name, attributes)
    self.text(text)
    close()
  }

  /// An element with path data, which need no escaping; it stays open.
  mutating func openPath(_ attributes: [Attribute], data: [UInt8]) {
    start("path", attributes)
    raw(" d=\"")
    bytes += data
    raw("\">")
    openElements.append("path")
  }

  /// A path that holds nothing; nothing at all where there are no data.
  mutating func path(_ attributes: [Attribute], data: [UInt8]) {
    guard !data.isEmpty else { return }
    start("path", attributes)
    raw(" d=\"")
    bytes += data
    raw("\"/>\n")
  }

  /// Text content, escaped.
  public mutating func text(_ text: String) {
    if text.utf8.allSatisfy(MarkupWriter.isPlain) { return raw(text) }
    for scalar in text.unicodeScalars { write(scalar) }
  }

  /// Whether a byte of UTF-8 belongs to no character that `write` changes.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x7F, 0xC2, 0xEF:
      false
    default: true
    }
  }

  /// Markup that is known to be clean.
  public mutating func raw(_ text: String) {
    bytes += text.utf8
  }

  /// Bytes that are known to be clean.
  public mutating func raw(bytes other: [UInt8]) {
    bytes += other
  }

  /// Bytes that another writer made.
  public mutating func append(_ other: MarkupWriter) {
    bytes += other.bytes
    if let known = other.lettering { lettering = known }
  }

  private mutating func start(_ name: String, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      raw(attribute.name)
      raw("=\"")
      text(attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Characters that XML 1.0 forbids become U+FFFD; line breaks and tabs become spaces.
  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": raw("&amp;")
    case "<": raw("&lt;")
    case ">": raw("&gt;")
    case "\"": raw("&quot;")
    case "'": raw("&#39;")
    case "\t", "\n", "\r": bytes.append(UInt8(ascii: " "))
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": raw("\u{FFFD}")
    default:
      if let encoded = UTF8.encode(scalar) { bytes += encoded }
    }
  }
}

extension Double {
  /// The number in hundredths, without trailing zeros: `12.5`. What positions are written as.
  public var short: String {
    let hundredths = Int((self * 100).rounded())
    let whole = abs(hundredths) / 100
    let rest = abs(hundredths) % 100
    var text = hundredths < 0 ? "-\(whole)" : "\(whole)"
    if rest > 0 {
      text += rest % 10 == 0 ? ".\(rest / 10)" : (rest < 10 ? ".0\(rest)" : ".\(rest)")
    }
    return text
  }
}
