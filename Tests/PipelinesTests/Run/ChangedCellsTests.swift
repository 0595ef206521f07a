import Foundation
import Testing

@testable import Pipelines

@Suite("Values changed before they are scored")
struct ChangedCellsTests {
  @Test("Every value beyond its goalposts is listed in the summary, and told by explain.")
  func goalposts() throws {
    try withSampleCountry { country in
      let text = try String(contentsOf: country.definitionFile, encoding: .utf8)
      try text.replacing(
        "minimum_indicators: 0.5",
        with: """
          minimum_indicators: 0.5
              normalisation: goalposts
              goalposts: {offline: [20, 80], unschooled: [0, 100]}
          """
      ).write(to: country.definitionFile, atomically: true, encoding: .utf8)
      try country.run()
      let summary = try #require(
        JSONSerialization.jsonObject(with: Data(try country.published("summary.json").utf8))
          as? [String: Any])
      let index = try #require((summary["indexes"] as? [[String: Any]])?.first)
      let cells = try #require(index["changed_cells"] as? [[String: Any]])
      // Of 90, 85, 80 … 10 those beyond 20 to 80.
      #expect(cells.map { $0["area_code"] as? String } == ["1", "2", "9"])
      #expect(cells.map { $0["from"] as? Double } == [90, 85, 10])
      #expect(cells.map { $0["to"] as? Double } == [80, 80, 20])
      #expect(cells.map { $0["rule"] as? String } == ["goalposts", "goalposts", "goalposts"])
      #expect(cells.map { $0["indicator"] as? String } == ["offline", "offline", "offline"])
      let explanation = try PipelineRun(
        definition: country.definitionFile, output: country.output
      ).explain("9")
      #expect(explanation.lines.contains("  scored offline as 20 in place of 10 (goalposts)"))
    }
  }
}
