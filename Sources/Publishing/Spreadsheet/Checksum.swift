/// CRC-32 as ZIP uses it: ISO 3309, polynomial 0xEDB88320 in reflected form, one byte at a time.
func checksum(_ bytes: [UInt8]) -> UInt32 {
  var remainder: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    remainder = remainders[Int((remainder ^ UInt32(byte)) & 0xFF)] ^ (remainder >> 8)
  }
  return ~remainder
}

private let remainders: [UInt32] = (0..<256).map { index in
  (0..<8).reduce(UInt32(index)) { value, _ in
    value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1
  }
}
