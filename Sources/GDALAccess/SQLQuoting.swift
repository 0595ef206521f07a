/// A name as SQL writes it, in quotes.
package func sqlName(_ name: String) -> String { quoted(name, by: "\"") }

/// A text as SQL writes it, in quotes. A backslash is itself, by the standard.
package func sqlText(_ text: String) -> String { quoted(text, by: "'") }

/// Doubles the quotes by code point: with a combining mark behind it a quote is another
/// `Character`, which a search for the plain one would step over.
private func quoted(_ text: String, by quote: Unicode.Scalar) -> String {
  var result = String.UnicodeScalarView([quote])
  for scalar in text.unicodeScalars {
    if scalar == quote { result.append(quote) }
    result.append(scalar)
  }
  result.append(quote)
  return String(result)
}
