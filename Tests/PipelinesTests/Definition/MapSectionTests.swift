import Foundation
import Testing

@testable import Pipelines

/// What `check` says of a small definition with some maps of their own.
private func complaints(_ maps: String) throws -> [String] {
  try withTemporaryFolder { folder in
    let definition = SmallProject.definition + "maps: {more: {\(maps)}}\n"
    return try SmallProject(in: folder, definition: definition).complaints()
  }
}

@Test(
  "A map of its own kind that makes no sense is told with its place and a remedy.",
  arguments: [
    (
      "m: {of: x}",
      "'kind' is missing in 'maps.more.m'; "
        + "use one of evidence, bivariate, symbols, multiples, tiles, cartogram"
    ),
    (
      "m: {kind: tile, of: x}",
      "'tile' is not possible for 'maps.more.m.kind'; did you mean 'tiles'?"
    ),
    (
      "m: {kind: bivariate, of: x}",
      "kind 'bivariate' shows two indicators or indexes, and 'of' names '1'; "
        + "name two indicators or indexes"
    ),
    (
      "m: {kind: tiles}",
      "kind 'tiles' shows one indicator or index, and 'of' names '0'; name one indicator or index"
    ),
    (
      "m: {kind: symbols}",
      "'size' is missing in 'maps.more.m'; name the indicator that circles are as large as"
    ),
    (
      "m: {kind: tiles, of: x, size: x}",
      "kind 'tiles' has no circles for the size 'x'; "
        + "leave 'size' out, or use kind 'symbols' or 'cartogram'"
    ),
    ("m: {kind: tiles, of: xx}", "unknown indicator or index 'xx'; did you mean 'x'?"),
    ("m: {kind: evidence, of: z}", "unknown indicator 'z'; did you mean 'x'?"),
    ("m: {kind: symbols, size: xy}", "unknown indicator 'xy'; did you mean 'x'?"),
    ("x: {kind: evidence}", "'x' names another map; take another name for this one"),
    (
      "m.n: {kind: evidence}",
      "'m.n' cannot be the name of a map; "
        + "use up to 60 small letters, digits, '_' and '-', beginning with a letter"
    ),
    (
      "m: {kind: tiles, of: x, palette: YlOrBl}",
      "there is no palette 'YlOrBl'; did you mean YlOrBr or YlOrRd?"
    ),
  ])
func wrongMaps(maps: String, message: String) throws {
  let problems = try complaints(maps).filter { $0.contains("small.yaml:") }
  #expect(problems.count == 1)
  let text = problems.first?.replacing(#/^small\.yaml:[0-9]+:[0-9]+: /#, with: "")
  #expect(text == message)
}
