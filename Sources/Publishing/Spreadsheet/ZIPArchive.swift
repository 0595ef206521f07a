/// A ZIP archive of stored files (APPNOTE 6.3.4, method 0), the same bytes every night:
/// every file is dated 1 January 1980, the first day that the format knows.
///
/// Below 65,536 files and 4 GiB, the bounds of the format without its 64-bit extension.
func zipArchive(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
  var archive: [UInt8] = []
  archive.reserveCapacity(files.reduce(1024) { $0 + $1.bytes.count + 200 })
  var directory: [UInt8] = []
  for file in files {
    let offset = archive.count
    let facts = entryFacts(of: file.bytes, at: file.path)
    archive.append(littleEndian: 0x0403_4B50 as UInt32)
    archive.append(contentsOf: facts)
    archive.append(text: file.path)
    archive.append(contentsOf: file.bytes)
    directory.append(littleEndian: 0x0201_4B50 as UInt32)
    directory.append(littleEndian: 20 as UInt16)  // made by version 2.0
    directory.append(contentsOf: facts)
    directory.append(contentsOf: [UInt8](repeating: 0, count: 10))  // comment, disk, attributes
    directory.append(littleEndian: UInt32(offset))
    directory.append(text: file.path)
  }
  let start = archive.count
  archive.append(contentsOf: directory)
  archive.append(littleEndian: 0x0605_4B50 as UInt32)
  archive.append(littleEndian: 0 as UInt32)  // this disk and the directory's
  archive.append(littleEndian: UInt16(files.count))
  archive.append(littleEndian: UInt16(files.count))
  archive.append(littleEndian: UInt32(directory.count))
  archive.append(littleEndian: UInt32(start))
  archive.append(littleEndian: 0 as UInt16)  // no comment
  return archive
}

/// What the header of a file and its entry in the directory have in common.
private func entryFacts(of bytes: [UInt8], at path: String) -> [UInt8] {
  var facts: [UInt8] = []
  facts.append(littleEndian: 20 as UInt16)  // needs version 2.0
  facts.append(littleEndian: 0x0800 as UInt16)  // names are UTF-8
  facts.append(littleEndian: 0 as UInt16)  // stored
  facts.append(littleEndian: 0 as UInt16)  // midnight
  facts.append(littleEndian: 0x0021 as UInt16)  // 1 January 1980
  facts.append(littleEndian: checksum(bytes))
  facts.append(littleEndian: UInt32(bytes.count))
  facts.append(littleEndian: UInt32(bytes.count))
  facts.append(littleEndian: UInt16(path.utf8.count))
  facts.append(littleEndian: 0 as UInt16)  // no extra field
  return facts
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
