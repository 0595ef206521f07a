import Diagnostics
import Testing

@testable import Pipelines

private func read(_ yaml: String, _ body: (Section) -> Void) throws -> [String] {
  let log = ProblemLog()
  let root = Section(try YAMLDocument.parse(yaml, file: "p.yaml"), file: "p.yaml", log: log)
  body(root)
  root.finish()
  return log.problems.all.map(\.description)
}

@Test("Codes and words stay the text they are: 04 is not 4, NO is not false.")
func keepsText() throws {
  let problems = try read("a: 04\nb: NO\nc: 1_000") { root in
    #expect(root.text("a") == "04")
    #expect(root.text("b") == "NO")
    #expect(root.text("c") == "1_000")
  }
  #expect(problems.isEmpty)
}

@Test("An unknown key is reported at its place with the nearest known one.")
func unknownKey() throws {
  let problems = try read("title: x\nlangauges: [en]") { root in
    _ = root.text("title")
    _ = root.list("languages")
  }
  #expect(problems == ["p.yaml:2:1: unknown key 'langauges'; did you mean 'languages'?"])
}

@Test("A text with a control character or damaged letters is told where it stands.")
func damagedText() throws {
  let problems = try read(
    #"""
    title: "Kep\0"
    names: {en: "a\x85", km: ក}
    publisher: KÃ¢mpÃ³ng
    """#
  ) { root in
    _ = root.localized("title")
    _ = root.localized("names")
    _ = root.text("publisher")
  }
  #expect(
    problems == [
      "p.yaml:1:8: 'title' cannot be published: a NUL byte stands in the text; correct the text",
      "p.yaml:2:13: 'names.en' cannot be published: the control character U+0085 stands in the "
        + "text; correct the text",
      "p.yaml:3:12: 'publisher' cannot be published: 'KÃ¢mpÃ³ng' looks like 'Kâmpóng' read in the "
        + "wrong encoding; correct the text",
    ])
}

@Test("A key unlike any other is answered with the list of keys.")
func strangeKey() throws {
  let problems = try read("title: x\nxyz: 1") { _ = $0.text("title") }
  #expect(problems == ["p.yaml:2:1: unknown key 'xyz'; the keys here are title"])
}

@Test(
  "Each wrong value is told with its place and its remedy.",
  arguments: [
    (
      "level: much",
      "p.yaml:1:8: 'much' is not a number ('level'); write digits with a decimal point"
    ),
    ("level: 2", "p.yaml:1:8: 2 is out of range ('level'); give a number from 0 to 1"),
    (
      "count: 2.5",
      "p.yaml:1:8: '2.5' is no whole number from 2 to 9 ('count'); give a whole number from 2 to 9"
    ),
    ("open: maybe", "p.yaml:1:7: 'maybe' is neither true nor false ('open'); write true or false"),
    ("worse: hihg", "p.yaml:1:8: 'hihg' is not possible for 'worse'; did you mean 'high'?"),
    ("worse: up", "p.yaml:1:8: 'up' is not possible for 'worse'; write one of low, high"),
    ("level: [1]", "p.yaml:1:8: 'level' must be a text; write one value on this line"),
    (
      "names: {a: 1}",
      "p.yaml:1:8: 'names' must be a list; write [first, second] or one '- entry' a line"
    ),
    (
      "part: 7",
      "p.yaml:1:7: 'part' is not a list of keys and values; write 'key: value' lines below it"
    ),
  ])
func wrongValues(yaml: String, message: String) throws {
  let problems = try read(yaml) { root in
    _ = root.number("level", in: 0...1)
    _ = root.integer("count", in: 2...9)
    _ = root.flag("open")
    _ = root.choice("worse", of: ["low", "high"])
    _ = root.list("names")
    _ = root.section("part")
  }
  #expect(problems == [message])
}

@Test("A missing key is reported where its section begins.")
func missingKey() throws {
  let problems = try read("boundaries:\n  layer: x") { root in
    let section = root.section("boundaries")
    _ = section?.text("layer")
    _ = section?.text("key", required: true)
  }
  #expect(problems == ["p.yaml:2:3: 'key' is missing in 'boundaries'; add 'key: …'"])
}

@Test("Broken YAML is told with line and column.")
func brokenYAML() throws {
  let problem = try #require(throws: Problem.self) {
    try YAMLDocument.parse("a: [1, 2\nb: 3", file: "p.yaml")
  }
  #expect(problem.description.hasPrefix("p.yaml:2:2: this is not YAML: "))
}

@Test("A key that stands twice is refused.")
func duplicateKey() throws {
  let problem = try #require(throws: Problem.self) {
    try YAMLDocument.parse("a: 1\nb: 2\na: 3", file: "p.yaml")
  }
  #expect(problem.what == "the key 'a' stands twice")
}
