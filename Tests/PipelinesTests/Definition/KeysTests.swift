import Foundation
import Testing
import Yams

@testable import Pipelines

/// A definition that has every section once; its values need not make sense.
private let everySection = """
  boundaries: {database: "PG:", names: {en: a}}
  context: {water: a}
  gazetteer: {areas: a, names: {ignore_case: true}}
  sources: {s: {title: t}}
  tables: {t: {columns: {value: v}, aliases: {a: b}, flags: {a: ok}, changed_areas: {a: b}}}
  crosswalks: {c: {from: a}}
  national: {area: a}
  indicators: {i: {survey: {design_effect: 2}, suppress_below: 5}}
  checks: {c: {of: i}}
  indexes:
    d:
      severe: {worst_share: 0.2}
      treatment: {skewness: 2}
      uncertainty: {scenarios: 20}
      pillars: {p: {weighted_indicators: {i: 1}, pillars: {q: {indicators: [i]}}}}
      hotspots:
        neighbours: {edits: [{join: [a, b], reason: r}]}
        pairs: [{of: i, amid: i}]
        alternatives: {levels: [0.1]}
  maps: {each: {d: {title: x}}, more: {m: {kind: tiles, of: d}}}
  publish: {coordinate_decimals: 6, postgis: {schema: a}}
  """

/// The keys that reading asks for, as `indicators.*.title`; free names stand as `*`.
private func keysRead() throws -> Set<String> {
  let log = ProblemLog()
  let url = URL(filePath: "/nowhere/pipelines/p.yaml")
  _ = PipelineDefinition(
    Section(try YAMLDocument.parse(everySection, file: "p"), file: "p", log: log), url: url,
    shown: "p")
  return log.keys
}

/// The keys that the schema describes, in the same writing.
private func keysOfSchema() throws -> Set<String> {
  let schema =
    try JSONSerialization.jsonObject(
      with: Data(contentsOf: Repository.file("pipelines/schema.json"))) as? [String: Any] ?? [:]
  let shared = schema["$defs"] as? [String: [String: Any]] ?? [:]
  var keys: Set<String> = []
  func walk(_ part: [String: Any], _ path: String, depth: Int) {
    var part = part
    if let name = (part["$ref"] as? String)?.split(separator: "/").last {
      part = shared[String(name)] ?? [:]
      if name == "localized" { keys.insert("\(path).*") }
    }
    func under(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    for (key, inner) in part["properties"] as? [String: [String: Any]] ?? [:] {
      keys.insert(under(key))
      if depth < 8 { walk(inner, under(key), depth: depth + 1) }
    }
    if let inner = part["additionalProperties"] as? [String: Any] {
      keys.insert(under("*"))
      walk(inner, under("*"), depth: depth + 1)
    }
    if let inner = part["items"] as? [String: Any] {
      walk(inner, under("*"), depth: depth + 1)
    }
  }
  walk(schema, "", depth: 0)
  return keys
}

/// Pillars nest without end, and texts in several languages are asked for where they stand.
private func comparable(_ keys: Set<String>) -> [String] {
  keys.filter { !$0.contains("pillars.*.pillars.*") && !$0.hasSuffix(".*") }.sorted()
}

@Test("The schema that editors use has exactly the keys that are read.")
func schemaKeys() throws {
  let read = Set(comparable(try keysRead()))
  let described = Set(comparable(try keysOfSchema()))
  #expect(read.subtracting(described).sorted() == [])
  #expect(described.subtracting(read).sorted() == [])
}

@Test("The manual explains every key.")
func manualKeys() throws {
  let manual = try text(Repository.file("docs/pipelines.md"))
  for key in comparable(try keysRead()) {
    let name = key.split(separator: ".").last.map(String.init) ?? key
    #expect(manual.contains("| `\(name)`"), "\(key)")
  }
}
