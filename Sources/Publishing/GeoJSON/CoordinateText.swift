internal import Geography

/// Coordinates as decimal text with a fixed greatest number of decimals, by integer digits:
/// many times faster than a text for each double, and no coordinate has more decimals than asked.
struct CoordinateText {
  /// Most digits behind the point; trailing zeros are left off.
  let decimals: Int
  private let scale: Double
  private let unit: UInt64

  /// At most `decimals` digits, 0 to 9.
  init(decimals: Int) {
    precondition((0...9).contains(decimals))
    self.decimals = decimals
    unit = (0..<decimals).reduce(1) { power, _ in power * 10 }
    scale = Double(unit)
  }

  /// Adds `[[x,y],[x,y]]`.
  func append(_ ring: Ring, to bytes: inout [UInt8]) {
    // Two signs, two times twenty digits and four marks are more than a coordinate can take.
    let room = ring.coordinates.count * 46 + 2
    let text = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      buffer[0] = UInt8(ascii: "[")
      count = 1
      for coordinate in ring.coordinates {
        if count > 1 { put(UInt8(ascii: ","), in: buffer, at: &count) }
        put(UInt8(ascii: "["), in: buffer, at: &count)
        put(coordinate.x, in: buffer, at: &count)
        put(UInt8(ascii: ","), in: buffer, at: &count)
        put(coordinate.y, in: buffer, at: &count)
        put(UInt8(ascii: "]"), in: buffer, at: &count)
      }
      put(UInt8(ascii: "]"), in: buffer, at: &count)
    }
    bytes.append(contentsOf: text)
  }

  /// Adds `[west,south,east,north]`, rounded like the coordinates themselves. An east of more
  /// than 180° lies beyond the antimeridian and is written below the west (RFC 7946, 5.2).
  func append(_ extent: Extent, to bytes: inout [UInt8]) {
    let east = extent.maximum.x > 180 ? extent.maximum.x - 360 : extent.maximum.x
    let numbers = [extent.minimum.x, extent.minimum.y, east, extent.maximum.y]
    let text = [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
      for number in numbers {
        put(UInt8(ascii: count == 0 ? "[" : ","), in: buffer, at: &count)
        put(number, in: buffer, at: &count)
      }
      put(UInt8(ascii: "]"), in: buffer, at: &count)
    }
    bytes.append(contentsOf: text)
  }

  @inline(__always)
  private func put(_ byte: UInt8, in buffer: UnsafeMutableBufferPointer<UInt8>, at count: inout Int)
  {
    buffer[count] = byte
    count += 1
  }

  private func put(
    _ number: Double, in buffer: UnsafeMutableBufferPointer<UInt8>, at count: inout Int
  ) {
    let scaled = Int64((number * scale).rounded())
    if scaled < 0 { put(UInt8(ascii: "-"), in: buffer, at: &count) }
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: unit)
    put(digits: whole, width: digitCount(whole), in: buffer, at: &count)
    guard rest > 0 else { return }
    put(UInt8(ascii: "."), in: buffer, at: &count)
    var fraction = rest
    var width = decimals
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    put(digits: fraction, width: width, in: buffer, at: &count)
  }

  @inline(__always)
  private func put(
    digits number: UInt64, width: Int, in buffer: UnsafeMutableBufferPointer<UInt8>,
    at count: inout Int
  ) {
    var left = number
    var position = count + width
    count = position
    for _ in 0..<width {
      position -= 1
      buffer[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10)
      left /= 10
    }
  }

  @inline(__always)
  private func digitCount(_ number: UInt64) -> Int {
    var count = 1
    var left = number
    while left >= 10 {
      left /= 10
      count += 1
    }
    return count
  }
}
