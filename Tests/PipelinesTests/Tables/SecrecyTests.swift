import Foundation
import Testing

@testable import Pipelines

/// Numbers that stand nowhere but in rows that must be withheld.
private let secrets = (value: 77.77312, error: 3.141597, size: 73_219, count: 86_421)

private let definition = """
  title: Small
  languages: [en, km]
  boundaries: {file: areas.geojson, key: code, names: {en: name}}
  sources: {s: {title: Made for a test}}
  tables:
    t: {file: t.csv}
  national: {file: national.csv, area: ALL}
  indicators:
    rate: {title: Rate, unit: "%", period: 2020, source: s, table: t, worse: high, range: [0, 100], \
  suppress_below: 80000}
    people: {title: People, unit: people, period: 2020, source: s, table: t, worse: high, \
  suppress_below: 90000, suppress_by: count}
    other: {title: Other, unit: "%", period: 2020, source: s, table: t, worse: low}
  checks:
    total: {of: people, sum_equals: 1000000}
    rates: {of: rate, range: [0, 50]}
    both: {of: [rate, other], correlation: [null, null]}
  indexes:
    d: {title: D, pillars: {p: {indicators: [rate, other]}, q: {indicators: [people]}}, \
  hotspots: {level: 0.1}}

  """

private let rows = """
  area_code,indicator,value,period,standard_error,sample_size,flag,note
  A,rate,\(secrets.value),2020,\(secrets.error),\(secrets.size),,only \(secrets.value)
  B,rate,20,2020,1,90000,,
  C,rate,30,2020,1,90001,,
  D,rate,25,2020,1,90002,,
  E,rate,28,2020,1,90003,,
  A,people,150000,2020,,,,
  B,people,\(secrets.count),2020,,,,
  C,people,160000,2020,,,,
  D,people,170000,2020,,,,
  E,people,180000,2020,,,,
  A,other,1,2020,,,,
  B,other,2,2020,,,,
  C,other,3,2020,,,,
  D,other,4,2020,,,,
  E,other,6,2020,,,,

  """

private let national = """
  area_code,indicator,value,period
  ALL,people,1000000,2020
  ALL,rate,26,2020

  """

/// Every way in which a secret may stand in a file.
private let traces: [[UInt8]] = {
  var traces: [[UInt8]] = []
  for number in [secrets.value, secrets.error, Double(secrets.size), Double(secrets.count)] {
    let text = "\(number)".replacing(/\.0$/, with: "")
    traces += [text, String(text.prefix(5))].map { Array($0.utf8) }
    traces.append(withUnsafeBytes(of: number.bitPattern.littleEndian, Array.init))
    traces.append(withUnsafeBytes(of: number.bitPattern.bigEndian, Array.init))
  }
  for number in [secrets.size, secrets.count] {
    traces.append(withUnsafeBytes(of: UInt32(number).littleEndian, Array.init))
    traces.append(withUnsafeBytes(of: UInt32(number).bigEndian, Array.init))
    let grouped = number.formatted(.number.locale(Locale(identifier: "en_US")))
    traces.append(Array(grouped.utf8))
  }
  return traces
}()

private func leaks(_ bytes: some Sequence<UInt8>) -> Bool {
  let data = Data(bytes)
  return traces.contains { data.range(of: Data($0)) != nil }
}

/// Everything that a run says on its way, as one text.
private func said(_ project: SmallProject) -> String {
  var lines: [String] = []
  do {
    let outcome = try project.run.publish { lines.append("\($0)") }
    lines += outcome.details + outcome.warnings.map(\.description) + [outcome.sentence]
    for area in ["A", "B", "C"] { lines += try project.run.explain(area).lines }
  } catch {
    lines.append("\(error)")
    lines += (error as? RunFailure)?.details ?? []
  }
  return lines.joined(separator: "\n")
}

private func project(in folder: URL, rows: String = rows, definition: String = definition) throws
  -> SmallProject
{
  try SmallProject(
    in: folder, areas: ["A", "B", "C", "D", "E"], definition: definition,
    files: ["t.csv": rows, "national.csv": national])
}

@Suite("What is withheld leaves the process nowhere")
struct SecrecyTests {
  @Test("No published byte, message or explanation holds a withheld number.")
  func published() throws {
    try withTemporaryFolder { folder in
      let project = try project(in: folder)
      let text = said(project)
      #expect(text.contains("published"), "\(text)")
      #expect(!leaks(text.utf8))
      let files = try contents(of: folder.appending(path: "output"))
      #expect(files.keys.contains { $0.hasSuffix("atlas.gpkg") })
      for (path, bytes) in files { #expect(!leaks(bytes), "\(path)") }
      // The search itself finds what is not withheld.
      #expect(files.values.contains { $0.range(of: Data("170000".utf8)) != nil })
      #expect(text.contains("suppressed: fewer than 80000 respondents, or needed to hide"))
    }
  }

  @Test("Published totals leave every withheld value open.")
  func totals() throws {
    try withTemporaryFolder { folder in
      let project = try project(in: folder)
      let explanations = try ["A", "B", "C", "D", "E"].map { try project.run.explain($0) }
      for id in ["rate", "people"] {
        let hidden = explanations.filter { explanation in
          explanation.figures.contains {
            $0.indicator.id == id && $0.cell.status == .suppressed
          }
        }
        #expect(hidden.map(\.code) == (id == "rate" ? ["A", "B"] : ["A", "B"]))
        // Neither score nor rank has a part that was made of a hidden value.
        for explanation in hidden {
          #expect(explanation.scores[0].parts.allSatisfy { $0.indicator != id })
        }
      }
    }
  }

  @Test(
    "No error text holds a withheld number, whatever is wrong with its row.",
    arguments: [
      ("A,rate,\(secrets.value),", "A,rate,\(secrets.value) %,"),
      ("A,rate,\(secrets.value),", "A,rate,1\(secrets.value),"),
      ("A,rate,\(secrets.value),", "A,rate,\"\(secrets.value)\"x,"),
      ("A,rate,\(secrets.value),", "Z,rate,\(secrets.value),"),
      ("A,rate,\(secrets.value),", "B,rate,\(secrets.value),"),
      (",\(secrets.size),", ",,"),
      (",\(secrets.size),", ",-\(secrets.size),"),
      (",\(secrets.size),,", ",\(secrets.size),\(secrets.value),"),
      (",\(secrets.error),", ",about \(secrets.error),"),
      ("B,people,\(secrets.count),2020,,,,", "B,people,\(secrets.count),2020,,,,,"),
      ("B,people,\(secrets.count),", "B,people,\"\(secrets.count)\","),
      ("B,people,\(secrets.count),", "B,people,\(secrets.count)*,"),
      ("B,people,\(secrets.count),", "B,people,-\(secrets.count),"),
      ("B,people,\(secrets.count),", "B,people,86'421,"),
      ("B,people,\(secrets.count),", "B,people,Ã©\(secrets.count),"),
      ("B,people,\(secrets.count),", "B,people,\u{FFFD}\(secrets.count),"),
      ("C,rate,30,2020,1,90001,,", "C,rate,30,2020,1,Ã©\(secrets.size),,"),
      // What is shown tonight may have to hide another.
      ("B,rate,20,2020,1,", "B,rate,\(secrets.value)x,2020,1,"),
      ("B,rate,20,2020,1,", "B,rate,20,2020,-\(secrets.error),"),
      ("area_code,indicator,value,period,standard_error,sample_size,flag,note\n", ""),
      ("only \(secrets.value)", "only \(secrets.value) in KÃ¢mpÃ³ng"),
    ])
  func errors(before: String, after: String) throws {
    try withTemporaryFolder { folder in
      let broken = rows.replacing(before, with: after)
      #expect(broken != rows)
      let project = try project(in: folder, rows: broken)
      let text = said(project)
      #expect(!leaks(text.utf8), "\(text)")
      for (path, bytes) in try contents(of: folder.appending(path: "output")) {
        #expect(!leaks(bytes), "\(path)")
      }
    }
  }

  @Test("Text in a wrong encoding is refused without being told.")
  func damaged() throws {
    try withTemporaryFolder { folder in
      let project = try project(
        in: folder, rows: rows.replacing("B,people,\(secrets.count),", with: "B,people,Ã©7,"))
      #expect(
        project.complaints() == [
          "t.csv:8:10: a text was damaged by a wrong encoding; export the table again, as UTF-8"
        ])
    }
  }

  @Test(
    "Where a rule for small numbers may be lost, no check tells its figures.",
    arguments: [
      ("suppress_below: 90000,", "suppress_blow: 90000,"),
      ("suppress_below: 90000,", "suppress_below: few,"),
      ("suppress_below: 80000}", "suppress_below: 80000, suppress_with: people]}"),
      ("title: Rate,", "titel: Rate,"),
    ])
  func lostRules(before: String, after: String) throws {
    try withTemporaryFolder { folder in
      let broken = definition.replacing(before, with: after)
        .replacing("rates: {of: rate, range: [0, 50]}", with: "rates: {of: people, range: [0, 5]}")
      #expect(broken != definition)
      let project = try project(in: folder, definition: broken)
      let text = said(project) + project.complaints().joined()
      #expect(text.contains("small.yaml"), "\(text)")
      #expect(!leaks(text.utf8), "\(text)")
    }
  }

  @Test("A failed check of figures some of which are withheld says nothing of those.")
  func checks() throws {
    try withTemporaryFolder { folder in
      let project = try project(
        in: folder,
        definition: definition.replacing("range: [0, 50]}", with: "range: [0, 5]}"))
      let text = said(project)
      #expect(text.contains("the check 'rates' does not hold: 3 values out of the range 0 to 5"))
      #expect(!leaks(text.utf8))
    }
  }
}
