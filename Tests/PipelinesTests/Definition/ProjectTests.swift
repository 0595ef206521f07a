import Diagnostics
import Foundation
import Testing

@testable import Pipelines

private func here(_ name: String) -> Placed<String> {
  Placed(name, at: Place(file: "pipelines/p.yaml", line: 3, column: 9))
}

/// A project with a definition in `pipelines/`, a table in `geodata/` and a file outside.
private func withProject(_ body: (URL, Project) throws -> Void) throws {
  try withTemporaryFolder { folder in
    let root = folder.appending(path: "project")
    for name in ["pipelines", "geodata"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true)
    }
    try Data("x".utf8).write(to: root.appending(path: "geodata/digital.csv"))
    try Data("x".utf8).write(to: folder.appending(path: "outside.csv"))
    try body(root, Project(definition: root.appending(path: "pipelines/p.yaml")))
  }
}

@Test("A file is found from the definition's folder and named from the project's.")
func findsFile() throws {
  try withProject { _, project in
    let file = try project.file(here("../geodata/digital.csv"))
    #expect(file.name == "geodata/digital.csv")
  }
}

@Test("A missing file is told with the nearest name in its folder.")
func missingFile() throws {
  try withProject { _, project in
    let problem = try #require(try project.file(here("../geodata/digitel.csv")).problem)
    #expect(
      problem.description
        == "pipelines/p.yaml:3:9: no such file 'geodata/digitel.csv'; did you mean 'digital.csv'?")
  }
}

@Test(
  "Nothing outside the project is read, by whatever name.",
  arguments: ["../../outside.csv", "/etc/passwd", "../geodata/link.csv"])
func outside(name: String) throws {
  try withProject { root, project in
    try FileManager.default.createSymbolicLink(
      at: root.appending(path: "geodata/link.csv"),
      withDestinationURL: root.appending(path: "../outside.csv"))
    let problem = try #require(throws: Problem.self) { try project.file(here(name)) }
    #expect(
      problem.description
        == "pipelines/p.yaml:3:9: '\(name)' lies outside the project; "
        + "move it into the project, or name it under 'allow_files'")
  }
}

@Test("A file outside is read when the definition names it under `allow_files`.")
func allowed() throws {
  try withProject { root, _ in
    let project = Project(
      definition: root.appending(path: "pipelines/p.yaml"), allowing: ["../../outside.csv"])
    let file = try project.file(here("../../outside.csv"))
    #expect(file.url.lastPathComponent == "outside.csv")
  }
}

@Test(
  "Network names and virtual file systems are refused.",
  arguments: ["/vsicurl/http://example.org/a.csv", "https://example.org/a.geojson"])
func network(name: String) throws {
  try withProject { _, project in
    let problem = try #require(throws: Problem.self) { try project.file(here(name)) }
    #expect(
      problem.description
        == "pipelines/p.yaml:3:9: '\(name)' is not a file of the project; "
        + "fetch it into the project first; nothing is read from the network")
  }
}
