import Diagnostics
import Foundation

/// How much of the lines is left out of a drawing.
public enum Detail: Sendable, Hashable {
  /// No line moves by more than this many pixels of the drawing; 0 keeps every vertex.
  case pixels(Double)
  /// No file is larger than this many bytes: what matters least is left out until it fits, and
  /// never less than what half a pixel allows.
  case bytes(Int)

  /// Less than half a pixel, so that nothing is lost to the eye.
  public static let standard = Detail.pixels(0.4)

  /// The detail that a definition writes: `0.4 px`, `60 kB`, `2 MB` or `none`. A kilobyte is
  /// 1000 bytes.
  ///
  /// - Throws: a `Problem` without a place for anything else, for more than 20 pixels, and for
  ///   less than a kilobyte.
  public init(_ text: String) throws {
    let amount = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(amount.count).trimmingCharacters(in: .whitespaces)
    switch (unit, Double(amount)) {
    case ("none", nil) where amount.isEmpty: self = .pixels(0)
    case ("px", let pixels?) where pixels <= 20: self = .pixels(pixels)
    case ("kB", let size?) where (1...1e6).contains(size): self = .bytes(Int(size * 1000))
    case ("MB", let size?) where (0.001...1000).contains(size): self = .bytes(Int(size * 1e6))
    default:
      throw Problem(
        "'\(text)' says nothing about how far lines are simplified",
        remedy: "write a tolerance of up to 20 pixels ('0.4 px'), the most that a map's file "
          + "may take ('60 kB', '2 MB'), or 'none'")
    }
  }

  /// How far lines may move before a number of bytes is looked at, in pixels.
  var tolerance: Double {
    if case .pixels(let pixels) = self { pixels } else { 0.4 }
  }
}
