import Diagnostics
import Foundation
import Publishing
import Testing

@testable import Pipelines

@Suite struct PicturesTests {
  private static let drawing = PublishedFile(
    path: "maps/divide.en.svg",
    bytes: Array(
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
        .utf8))

  @Test("A PNG is made from the drawing for previews, a PDF from the one for a desk.")
  func paths() {
    #expect(PictureFormat.png.path(from: "maps/divide.en.card.svg") == "maps/divide.en.png")
    #expect(PictureFormat.pdf.path(from: "maps/divide.en.svg") == "maps/divide.en.pdf")
    #expect(PictureFormat.png.path(from: "maps/divide.en.svg") == nil)
    #expect(PictureFormat.pdf.path(from: "maps/divide.en.phone.svg") == nil)
    #expect(PictureFormat.pdf.path(from: "maps/divide.en.html") == nil)
  }

  @Test(
    "A tool that is not installed is named with its package, and the atlas goes out all the same.")
  func missing() throws {
    let tool = PictureTool(searching: "/nonexistent:")
    #expect(tool == nil)
    let pictures = Pictures([.pdf, .png], cache: URL(filePath: "/nonexistent"), tool: tool)
    #expect(
      pictures.warnings == [
        Problem(
          "'rsvg-convert' is not installed, so there are no pictures in 'png' and 'pdf'",
          remedy: "install the Debian package librsvg2-bin, or leave them out of 'formats'")
      ])
    #expect(!pictures.needCards)
    #expect(try pictures.draw([PicturesTests.drawing]).pictures.isEmpty)
  }

  @Test("Who asks for no pictures needs no tool.")
  func none() {
    let pictures = Pictures([], cache: URL(filePath: "/nonexistent"), tool: nil)
    #expect(pictures.warnings.isEmpty)
  }

  @Test(
    "A picture is drawn once, and again when its drawing changes; the same drawing, the same bytes.",
    .enabled(if: PictureTool() != nil))
  func cache() throws {
    try withTemporaryFolder { folder in
      let pictures = Pictures([.pdf], cache: folder)
      let first = try pictures.draw([PicturesTests.drawing])
      #expect(first.drawn == 1)
      #expect(first.pictures.map(\.path) == ["maps/divide.en.pdf"])
      #expect(first.pictures[0].bytes.starts(with: Array("%PDF".utf8)))
      #expect(try pictures.draw([PicturesTests.drawing]).drawn == 0)
      var changed = PicturesTests.drawing
      changed.bytes += Array(" ".utf8)
      #expect(try pictures.draw([changed]).drawn == 1)
      let again = try pictures.draw([PicturesTests.drawing])
      #expect(again.drawn == 1)
      #expect(again.pictures == first.pictures)
    }
  }

  @Test(
    "What the tool cannot draw is named, with what it complains of.",
    .enabled(if: PictureTool() != nil))
  func failure() throws {
    try withTemporaryFolder { folder in
      let broken = PublishedFile(path: "maps/a.en.svg", bytes: Array("<svg".utf8))
      let pictures = Pictures([.pdf], cache: folder)
      let error = #expect(throws: Problems.self) { try pictures.draw([broken]) }
      let problem = try #require(error?.all.first)
      #expect(problem.what.hasPrefix("maps/a.en.pdf: 'rsvg-convert' cannot draw a pdf: "))
      #expect(problem.remedy == "update librsvg2-bin, or leave 'pdf' out of 'formats'")
    }
  }

  @Test(
    "Pictures that the definition asks for stand in the release, and its manifest lists them.",
    .enabled(if: PictureTool() != nil))
  func release() throws {
    try withSampleCountry { country in
      country.settings = "formats: pdf"
      try country.write()
      let outcome = try country.run()
      #expect(outcome.stages.contains { $0.stage == "pictures" })
      let release = try #require(try country.releases.currentRelease())
      let pictures = try release.manifest().outputs.map(\.path).filter { $0.hasSuffix(".pdf") }
      #expect(!pictures.isEmpty)
      try release.verify()
    }
  }
}
