import Foundation
import Testing

@testable import Pipelines

private let definition = SmallProject.definition.replacing(
  "worse: high}", with: "worse: high, range: [0, 100]}")

@Suite("Broken and hostile tables")
struct HostileTablesTests {
  @Test("There are at least sixty, each under a name of its own.")
  func count() {
    #expect(HostileTable.all.count >= 60)
    #expect(Set(HostileTable.all.map(\.name)).count == HostileTable.all.count)
  }

  @Test("Each is refused with its whole text, and the last release stays as it was.")
  func refused() throws {
    try withTemporaryFolder { folder in
      let project = try SmallProject(in: folder, definition: definition)
      _ = try project.run.publish()
      let release = folder.appending(path: "output/small/current")
      let before = try contents(of: release)
      for table in HostileTable.all {
        try Data(table.bytes).write(to: folder.appending(path: "t.csv"))
        let complaints = project.complaints(publishing: true)
        #expect(complaints.joined(separator: "\n") == table.complaints, "\(table.name)")
      }
      #expect(try contents(of: release) == before)
    }
  }

  @Test("A table that is named out of the project, or by a trick of GDAL, is not read.")
  func names() throws {
    try withTemporaryFolder { folder in
      let outside = folder.appending(path: "outside")
      let inside = folder.appending(path: "inside")
      for folder in [outside, inside] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try Data(SmallProject.table.utf8).write(to: outside.appending(path: "t.csv"))
      func link(_ name: String, to path: String) throws {
        try FileManager.default.createSymbolicLink(
          atPath: inside.appending(path: name).path, withDestinationPath: path)
      }
      try link("link.csv", to: "../outside/t.csv")
      try link("chain.csv", to: "link.csv")
      try link("folder", to: "../outside")
      try link("circle.csv", to: "circle.csv")
      try link("zero.csv", to: "/dev/zero")
      let leaving =
        "lies outside the project; move it into the project, or name it under "
        + "'allow_files'"
      let virtual =
        "is not a file of the project; fetch it into the project first; nothing is "
        + "read from the network"
      let cases = [
        ("link.csv", "'link.csv' \(leaving)"),
        ("chain.csv", "'chain.csv' \(leaving)"),
        ("folder/t.csv", "'folder/t.csv' \(leaving)"),
        ("../outside/t.csv", "'../outside/t.csv' \(leaving)"),
        ("zero.csv", "'zero.csv' \(leaving)"),
        ("/etc/passwd", "'/etc/passwd' \(leaving)"),
        (
          "circle.csv",
          "no such file 'circle.csv'; did you mean 'circle.csv'?"
        ),
        ("folder", "'folder' \(leaving)"),
        ("/vsicurl/http://127.0.0.1/t.csv", "'/vsicurl/http://127.0.0.1/t.csv' \(virtual)"),
        ("/vsizip/t.zip/t.csv", "'/vsizip/t.zip/t.csv' \(virtual)"),
        ("/vsistdin/", "'/vsistdin/' \(virtual)"),
        ("http://127.0.0.1/t.csv", "'http://127.0.0.1/t.csv' \(virtual)"),
        (
          "PG:host=127.0.0.1",
          "no such file 'PG:host=127.0.0.1'; paths start from the folder of "
            + "the definition; check the spelling"
        ),
      ]
      for (name, message) in cases {
        let project = try SmallProject(
          in: inside,
          definition: SmallProject.definition.replacing(
            "{file: t.csv}", with: "{file: \"\(name)\"}"))
        #expect(project.complaints() == ["small.yaml:5:13: \(message)"], "\(name)")
      }
    }
  }

  @Test(
    "A pipe is refused wherever a file is named, and nobody waits for it.", .timeLimit(.minutes(1)))
  func pipes() throws {
    try withTemporaryFolder { folder in
      for name in ["t.csv", "t.xlsx", "areas.geojson"] {
        let project = try SmallProject(
          in: folder,
          definition: SmallProject.definition.replacing(
            "t.csv", with: name == "t.xlsx" ? name : "t.csv"))
        let pipe = folder.appending(path: name).path
        try? FileManager.default.removeItem(atPath: pipe)
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(
          project.complaints() == [
            "small.yaml:\(name == "areas.geojson" ? "2:20" : "5:13"): '\(name)' is a pipe, a socket "
              + "or a device, not a file; write what comes out of it into a file, and name that"
          ])
        try FileManager.default.removeItem(atPath: pipe)
      }
    }
  }

  @Test("Contents decide, not the ending: a VRT or CSV under another name opens nothing.")
  func endings() throws {
    try withTemporaryFolder { folder in
      let virtual = """
        <OGRVRTDataSource><OGRVRTLayer name="t"><SrcDataSource>/etc/passwd</SrcDataSource>\
        </OGRVRTLayer></OGRVRTDataSource>
        """
      for (name, text) in [
        ("t.xlsx", virtual), ("t.ods", virtual), ("t.gpkg", virtual), ("t.sqlite", virtual),
        ("t.dbf", virtual), ("t.db", SmallProject.table), ("t.xlsx", SmallProject.table),
      ] {
        let project = try SmallProject(
          in: folder,
          definition: SmallProject.definition.replacing("t.csv", with: name), files: [name: text])
        let complaints = project.complaints()
        #expect(complaints.count == 1, "\(name)")
        #expect(
          complaints.first?.hasPrefix("\(name): this is not a file of a format that is read here")
            == true || complaints.first?.hasPrefix("\(name): GDAL cannot open this") == true,
          "\(complaints)")
      }
      let odd = try SmallProject(
        in: folder, definition: SmallProject.definition.replacing("t.csv", with: "t.vrt"),
        files: ["t.vrt": virtual])
      #expect(
        odd.complaints() == [
          "t.vrt: the file is an XML document, not CSV; export the table itself as CSV"
        ])
      // A CSV file may have any other ending.
      let plain = try SmallProject(
        in: folder, definition: SmallProject.definition.replacing("t.csv", with: "t.dat"),
        files: ["t.dat": SmallProject.table])
      #expect(plain.complaints() == [])
    }
  }
}
