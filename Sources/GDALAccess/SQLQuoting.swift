/// A name as SQL writes it, in quotes.
package func sqlName(_ name: String) -> String { quoted(name, by: UInt8(ascii: "\"")) }

/// A text as SQL writes it, in quotes. A backslash is itself, by the standard.
package func sqlText(_ text: String) -> String { quoted(text, by: UInt8(ascii: "'")) }

/// Doubles the quotes by code point: with a combining mark behind it a quote is another
/// `Character`, which a search for the plain one would step over.
private func quoted(_ text: String, by quote: UInt8) -> String {
  var result = [quote]
  for byte in text.utf8 {
    if byte == quote { result.append(quote) }
    result.append(byte)
  }
  result.append(quote)
  return String(decoding: result, as: UTF8.self)
}
