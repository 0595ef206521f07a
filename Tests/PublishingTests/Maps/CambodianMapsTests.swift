import Foundation
import Testing

@testable import Publishing

/// The real provinces and figures, drawn.
@Suite struct CambodianMapsTests {
  @Test("Every map comes in each language, for desk and phone, with its page and one style sheet.")
  func names() throws {
    let files = try CambodianMaps.files()
    let maps = ["divide", "divide-hotspots", "internet_use_women"]
    let paths = Set(files.map(\.path))
    for map in maps {
      for language in ["en", "km"] {
        for ending in ["svg", "phone.svg", "html"] {
          #expect(paths.contains("maps/\(map).\(language).\(ending)"))
        }
      }
    }
    #expect(paths.count == files.count)
    #expect(files.last?.path == "style.css")
    if let folder = ProcessInfo.processInfo.environment["MAPS_OUT"] {
      for file in files {
        let url = URL(filePath: folder).appending(path: file.path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    }
  }
}

enum CambodianMaps {
  static func files() throws -> [PublishedFile] {
    let cambodia = try CambodianAtlas()
    return try mapFiles(of: cambodia.atlas, projected: cambodia.projected)
  }
}
