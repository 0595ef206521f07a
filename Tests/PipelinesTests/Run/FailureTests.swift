import Foundation
import Publishing
import Testing

@testable import Pipelines

/// A change to a copy of the shipped project that must fail its run.
struct Mistake: Sendable, CustomTestStringConvertible {
  var what: String
  var file: String
  var text: String
  var becomes: String
  /// What the place in the message points at.
  var at: String
  /// The message behind its place.
  var message: String
  var exitCode: Int32

  var testDescription: String { what }

  static let all = [
    Mistake(
      what: "a missing file", file: "pipelines/cambodia.yaml",
      text: "indicators/digital_2021_22.csv", becomes: "indicators/digital_2021_21.csv",
      at: "../geodata/indicators/digital_2021_21.csv",
      message: "no such file 'geodata/indicators/digital_2021_21.csv'; "
        + "did you mean 'digital_2021_22.csv'?",
      exitCode: 1),
    Mistake(
      what: "missing boundaries", file: "pipelines/cambodia.yaml",
      text: "boundaries/khm_provinces_25.geojson", becomes: "boundaries/khm_provinces_52.geojson",
      at: "../geodata/boundaries/khm_provinces_52.geojson",
      message: "no such file 'geodata/boundaries/khm_provinces_52.geojson'; "
        + "did you mean 'khm_provinces_25.geojson'?",
      exitCode: 1),
    Mistake(
      what: "a missing gazetteer", file: "pipelines/cambodia.yaml",
      text: "gazetteer/provinces.csv", becomes: "gazetteer/province.csv",
      at: "../geodata/gazetteer/province.csv",
      message: "no such file 'geodata/gazetteer/province.csv'; "
        + "did you mean 'provinces.csv'?",
      exitCode: 1),
    Mistake(
      what: "a missing crosswalk", file: "pipelines/cambodia.yaml",
      text: "crosswalk_24_to_25.csv", becomes: "crosswalk_25_to_24.csv",
      at: "../geodata/gazetteer/crosswalk_25_to_24.csv",
      message: "no such file 'geodata/gazetteer/crosswalk_25_to_24.csv'; "
        + "did you mean 'crosswalk_24_to_25.csv'?",
      exitCode: 1),
    Mistake(
      what: "a misspelled key", file: "pipelines/cambodia.yaml",
      text: "    level: 0.05", becomes: "    levle: 0.05", at: "levle",
      message: "unknown key 'levle' in 'indexes.divide.hotspots'; "
        + "did you mean 'level'?",
      exitCode: 2),
    Mistake(
      what: "a misspelled column of the boundaries", file: "pipelines/cambodia.yaml",
      text: "  key: code", becomes: "  key: kode", at: "kode",
      message: "there is no column 'kode' in "
        + "'geodata/boundaries/khm_provinces_25.geojson'; did you mean 'code'? there is 'code', "
        + "'iso_3166_2', 'name_en', 'name_km', 'src_name'",
      exitCode: 2),
    Mistake(
      what: "a wrong indicator in the index", file: "pipelines/cambodia.yaml",
      text: "[cross_border_migrants]", becomes: "[cross_border_migrant]",
      at: "cross_border_migrant]",
      message: "unknown indicator 'cross_border_migrant'; "
        + "did you mean 'cross_border_migrants'?",
      exitCode: 2),
    Mistake(
      what: "a wrong source", file: "pipelines/cambodia.yaml",
      text: "source: census_2019", becomes: "source: census_2109", at: "census_2109",
      message: "unknown source 'census_2109'; "
        + "did you mean 'census_2019'?",
      exitCode: 2),
    Mistake(
      what: "a misspelled palette", file: "pipelines/cambodia.yaml",
      text: "  classes: fisher-jenks", becomes: "  classes: fisher-jenks\n  palette: YlOrBrr",
      at: "YlOrBrr",
      message: "there is no palette 'YlOrBrr'; did you mean YlOrBr or YlOrRd?", exitCode: 2),
    Mistake(
      what: "a language that is a path", file: "pipelines/cambodia.yaml",
      text: "languages: [en, km]", becomes: "languages: [en, ../km]", at: "../km",
      message: "'../km' is no language; write a code such as en, km or zh-Hant",
      exitCode: 2),
    Mistake(
      what: "an indicator without direction in the index", file: "pipelines/cambodia.yaml",
      text: "[cross_border_migrants]", becomes: "[population]", at: "population]",
      message: "'population' has no direction and cannot enter an index; "
        + "say 'worse: low' or 'worse: high' where it is defined, or leave it out",
      exitCode: 2),
    Mistake(
      what: "a country that is not in the table of national figures",
      file: "pipelines/cambodia.yaml", text: "area: KH}", becomes: "area: KHM}", at: "KHM}",
      message: "no row of 'geodata/indicators/national_benchmarks.csv' is of the area 'KHM'; "
        + "its areas are 16+17+21, KH",
      exitCode: 2),
    Mistake(
      what: "a day that is none", file: "pipelines/cambodia.yaml",
      text: "as_of: 2026-11-22", becomes: "as_of: 22 Nov 2026",
      at: "22 Nov 2026", message: "'22 Nov 2026' is no day; write YYYY-MM-DD",
      exitCode: 2),
    Mistake(
      what: "a statistic that is none", file: "pipelines/cambodia.yaml",
      text: "statistics: [Gi, local Moran,", becomes: "statistics: [Gi, local Morran,",
      at: "local Morran",
      message: "'local Morran' is not possible in 'indexes.divide.hotspots.statistics'; "
        + "did you mean 'local Moran'?",
      exitCode: 2),
    Mistake(
      what: "an unknown indicator in a pair", file: "pipelines/cambodia.yaml",
      text: "{of: internet_use_women,", becomes: "{of: internet_use_woman,",
      at: "internet_use_woman,",
      message: "unknown indicator 'internet_use_woman'; did you mean 'internet_use_women'?",
      exitCode: 2),
    Mistake(
      what: "half a pair", file: "pipelines/cambodia.yaml",
      text: ", amid: cross_border_migrants}", becomes: "}", at: "{of: internet_use_women}",
      message: "'amid' is missing in 'indexes.divide.hotspots.pairs'; add 'amid: …'",
      exitCode: 2),
    Mistake(
      what: "a rule for neighbours that is none", file: "pipelines/cambodia.yaml",
      text: "rule: shared boundary", becomes: "rule: nearest 4", at: "nearest 4",
      message: "'nearest 4' is no rule for neighbours; word it like one of shared boundary, "
        + "shared point, 4 nearest, within 80 km, inverse distance, inverse distance within 80 km",
      exitCode: 2),
    Mistake(
      what: "an unknown area code", file: "geodata/indicators/population_2019.csv",
      text: "20,Svay", becomes: "26,Svay", at: "26,Svay",
      message: "'26' is no code of area_code, alias or name; "
        + "perhaps 'Svay Rieng (20) by its name'",
      exitCode: 1),
    Mistake(
      what: "text where a number belongs", file: "geodata/indicators/population_2019.csv",
      text: "861883", becomes: "n/a", at: "n/a",
      message: "'n/a' is not a number (column 'value'); "
        + "leave the cell empty or list it under 'missing'",
      exitCode: 1),
  ]
}

/// A copy of the shipped definition and its data, to spoil.
private func withCopy<Value>(_ body: (URL) throws -> Value) throws -> Value {
  try withTemporaryFolder { folder in
    for name in ["pipelines", "geodata"] {
      try FileManager.default.copyItem(
        at: Repository.file(name), to: folder.appending(path: name))
    }
    return try body(folder)
  }
}

@Test(
  "A mistake is told with its place and remedy, and the last release stands.",
  arguments: Mistake.all)
func mistakes(mistake: Mistake) throws {
  try withCopy { folder in
    let run = PipelineRun(
      definition: folder.appending(path: "pipelines/cambodia.yaml"),
      output: folder.appending(path: "output"))
    let release = ReleaseFolder(output: run.output, pipeline: "cambodia")
    try release.publish([PublishedFile(path: "atlas.csv", bytes: [])], as: "last")
    let file = folder.appending(path: mistake.file)
    let before = try text(file)
    try #require(before.contains(mistake.text))
    let after = before.replacing(mistake.text, with: mistake.becomes, maxReplacements: 1)
    try after.write(to: file, atomically: true, encoding: .utf8)
    let failure = try #require(throws: RunFailure.self) { try run.publish() }
    let place = "\(mistake.file):\(try #require(position(of: mistake.at, in: after)))"
    #expect(
      failure.description.replacing(folder.path + "/", with: "") == "\(place): \(mistake.message)")
    #expect(failure.exitCode == mistake.exitCode)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: release.current.path)
        == "releases/last")
  }
}

/// `line:column` of the first occurrence, both from 1.
private func position(of part: String, in text: String) -> String? {
  guard let start = text.range(of: part)?.lowerBound else { return nil }
  let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
  return "\(lines.count):\((lines.last?.count ?? 0) + 1)"
}
