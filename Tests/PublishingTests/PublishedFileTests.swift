import Foundation
import Testing

@testable import Publishing

@Suite("A file to be published")
struct PublishedFileTests {
  private static let large = {
    var bytes = [UInt8](repeating: 7, count: 64 << 20)
    for place in stride(from: 0, to: bytes.count, by: 4093) {
      bytes[place] = UInt8(truncatingIfNeeded: place / 4093)
    }
    return bytes
  }()

  @Test("A large one is what it was, as often as it is asked for and when it is changed.")
  func large() {
    var file = PublishedFile(path: "a", bytes: Self.large)
    #expect(file.size == Self.large.count)
    #expect(file.bytes == Self.large)
    #expect(file == PublishedFile(path: "a", bytes: Self.large))
    let copy = file
    file.bytes[7] ^= 1
    #expect(file != copy)
    #expect(copy.bytes == Self.large)
  }

  @Test("What rests on the disk is in no folder, and needs one that can be written to.")
  func disk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    #expect(DiskBytes(Self.large, in: folder) == nil)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let stored = try #require(DiskBytes(Self.large, in: folder))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    #expect(stored.bytes == Self.large)
  }

  @Test("Lines of another file are those that stand there.")
  func lines() {
    let whole = PublishedFile(path: "whole", bytes: Array("[\n{1},\n{22}\n]".utf8))
    let lines = PublishedFile(path: "lines", lines: [2..<5, 7..<11], of: whole)
    #expect(String(decoding: lines.bytes, as: UTF8.self) == "{1}\n{22}\n")
    #expect(lines.size == 9)
    #expect(PublishedFile(path: "none", lines: [], of: whole).bytes == [])
  }
}
