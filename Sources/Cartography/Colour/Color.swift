import Foundation

/// A colour of the screen, sRGB with eight bits a channel.
public struct Color: Sendable, Hashable {
  /// Red, 0–255.
  public var red: UInt8
  /// Green, 0–255.
  public var green: UInt8
  /// Blue, 0–255.
  public var blue: UInt8

  /// A colour of `0xRRGGBB`.
  public init(_ code: UInt32) {
    red = UInt8(truncatingIfNeeded: code >> 16)
    green = UInt8(truncatingIfNeeded: code >> 8)
    blue = UInt8(truncatingIfNeeded: code)
  }

  /// White.
  public static let white = Color(0xFFFFFF)
  /// Black.
  public static let black = Color(0x000000)
  /// The black that text is set in.
  public static let ink = Color(0x1A1A1A)

  /// `#rrggbb`.
  public var hex: String {
    let code = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(code, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Relative luminance, 0–1 (WCAG 2.2).
  public var luminance: Double { (linear * SIMD3(0.2126, 0.7152, 0.0722)).sum() }

  /// The amounts of red, green and blue light, 0–1 (IEC 61966-2-1).
  var linear: SIMD3<Double> {
    func linear(_ channel: UInt8) -> Double {
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return SIMD3(linear(red), linear(green), linear(blue))
  }

  /// The colour of these amounts of light; what a screen cannot show is cut off.
  init(linear: SIMD3<Double>) {
    func channel(_ light: Double) -> UInt8 {
      let light = min(max(light, 0), 1)
      let share = light <= 0.003_130_8 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
      return UInt8((share * 255).rounded())
    }
    red = channel(linear.x)
    green = channel(linear.y)
    blue = channel(linear.z)
  }

  /// The grey that is as light as CIE L* says, 0–100.
  init(lightness: Double) {
    let root = (lightness + 16) / 116
    let light = root > 6.0 / 29 ? root * root * root : lightness * 27 / 24389
    self.init(linear: SIMD3(repeating: light))
  }

  /// The grey that is as light as this colour.
  var grey: Color { Color(linear: SIMD3(repeating: luminance)) }

  /// Whether it is a grey, black or white.
  var isGrey: Bool { red == green && green == blue }

  /// Contrast ratio with another colour, 1–21 (WCAG 2.2).
  public func contrast(with other: Color) -> Double {
    let pair = [luminance, other.luminance]
    return ((pair.max() ?? 0) + 0.05) / ((pair.min() ?? 0) + 0.05)
  }

  /// The colour of text on this one: black or white, whichever stands out more. One of the two
  /// always reaches 4.5 to 1.
  public var textColor: Color {
    contrast(with: .black) >= contrast(with: .white) ? .black : .white
  }

  /// The colour `share` of the way to another, channel by channel.
  func mixed(with other: Color, share: Double) -> Color {
    func mix(_ from: UInt8, _ to: UInt8) -> UInt32 {
      UInt32((Double(from) + (Double(to) - Double(from)) * share).rounded())
    }
    return Color(
      mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }
}
