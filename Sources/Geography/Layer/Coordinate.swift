/// A position: `x` eastward, `y` northward. Degrees of longitude and latitude
/// (WGS 84) in an `AreaLayer`, metres in a projected map.
///
/// The memory layout (two doubles, stride 16) is what bulk reads write into.
public typealias Coordinate = SIMD2<Double>
