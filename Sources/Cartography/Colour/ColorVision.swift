/// Ways in which people, and printers, see colours.
public enum ColorVision: String, Sendable, Hashable, CaseIterable {
  /// As most people do.
  case normal
  /// Without the cones for green.
  case deuteranopia
  /// Without the cones for red.
  case protanopia
  /// Without the cones for blue.
  case tritanopia
  /// On paper, in black ink alone.
  case greyscale

  /// How a colour looks to this eye.
  ///
  /// Matrices for complete loss on linear RGB of G. M. Machado, M. M. Oliveira and L. A. F.
  /// Fernandes, *A Physiologically-based Model for Simulation of Color Vision Deficiency*, IEEE
  /// Transactions on Visualization and Computer Graphics 15(6), 2009. Grey keeps the luminance.
  public func callAsFunction(_ color: Color) -> Color {
    let light = color.linear
    func seen(_ red: SIMD3<Double>, _ green: SIMD3<Double>, _ blue: SIMD3<Double>) -> Color {
      Color(linear: SIMD3((red * light).sum(), (green * light).sum(), (blue * light).sum()))
    }
    return switch self {
    case .normal: color
    case .deuteranopia:
      seen(
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881])
    case .protanopia:
      seen(
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998])
    case .tritanopia:
      seen(
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900])
    case .greyscale: color.grey
    }
  }
}
