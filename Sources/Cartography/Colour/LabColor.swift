import Foundation

/// A colour of the CIELAB space (CIE 15), for light of the standard D65.
struct LabColor: Sendable, Hashable {
  /// Lightness, 0–100.
  var l: Double
  /// From green to red.
  var a: Double
  /// From blue to yellow.
  var b: Double

  init(l: Double, a: Double, b: Double) {
    (self.l, self.a, self.b) = (l, a, b)
  }

  /// A colour of the screen.
  init(_ color: Color) {
    let light = color.linear
    // The white that all three lights make together is the reference.
    let x = (light * SIMD3(0.412_456_4, 0.357_576_1, 0.180_437_5)).sum() / 0.950_47
    let y = (light * SIMD3(0.212_672_9, 0.715_152_2, 0.072_175_0)).sum()
    let z = (light * SIMD3(0.019_333_9, 0.119_192_0, 0.950_304_1)).sum() / 1.088_83
    func root(_ share: Double) -> Double {
      share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
    }
    self.init(
      l: 116 * root(y) - 16, a: 500 * (root(x) - root(y)), b: 200 * (root(y) - root(z)))
  }

  /// How different two colours look: CIEDE2000 with all factors 1, by the formulas of G. Sharma,
  /// W. Wu and E. N. Dalal, *The CIEDE2000 Color-Difference Formula*, Color Research and
  /// Application 30(1), 2005. About 1 can just be told apart side by side.
  func difference(from other: LabColor) -> Double {
    let chroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1 + 0.5 * (1 - LabColor.saturation(chroma))
    let (a1, a2) = (a * stretch, other.a * stretch)
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (LabColor.hue(a1, b), LabColor.hue(a2, other.b))
    let isGrey = c1 * c2 == 0
    var turn = isGrey ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var hue = h1 + h2
    if !isGrey {
      let isFar = abs(h1 - h2) > 180
      hue = (isFar ? (hue < 360 ? hue + 360 : hue - 360) : hue) / 2
    }
    let (lightness, mean) = ((l + other.l) / 2, (c1 + c2) / 2)
    let weight =
      1 - 0.17 * LabColor.cosine(hue - 30) + 0.24 * LabColor.cosine(2 * hue)
      + 0.32 * LabColor.cosine(3 * hue + 6) - 0.20 * LabColor.cosine(4 * hue - 63)
    let square = (lightness - 50) * (lightness - 50)
    let dl = (other.l - l) / (1 + 0.015 * square / (20 + square).squareRoot())
    let dc = (c2 - c1) / (1 + 0.045 * mean)
    let dh =
      2 * (c1 * c2).squareRoot() * LabColor.sine(turn / 2) / (1 + 0.015 * mean * weight)
    let blue = (hue - 275) / 25
    let rotation = -2 * LabColor.saturation(mean) * LabColor.sine(60 * exp(-blue * blue))
    return (dl * dl + dc * dc + dh * dh + rotation * dc * dh).squareRoot()
  }

  /// √(C⁷ / (C⁷ + 25⁷)).
  private static func saturation(_ chroma: Double) -> Double {
    let power = pow(chroma, 7)
    return (power / (power + 6_103_515_625)).squareRoot()
  }

  /// Degrees, 0–360; 0 for a grey.
  private static func hue(_ a: Double, _ b: Double) -> Double {
    let degrees = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
  private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
}
