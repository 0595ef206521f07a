import Foundation
import Testing

@testable import Pipelines

private func run() -> PipelineRun {
  PipelineRun(
    definition: Repository.file("pipelines/cambodia.yaml"),
    output: URL(filePath: "/nowhere", directoryHint: .isDirectory))
}

@Suite("Explaining an area")
struct ExplanationTests {
  @Test("Each figure names its file and line, rule, vintage, status and interval.")
  func figures() throws {
    let explanation = try run().explain("16")
    #expect(explanation.code == "16")
    let lines = explanation.lines
    let text = lines.joined(separator: "\n")
    #expect(lines.first == "Ratanak Kiri (16)")
    #expect(
      text.contains(
        """
        Women who use the internet, 2021-22 [internet_use_women]
          27.064 (% of women aged 15–49, last 12 months), ok
          read at geodata/indicators/digital_2021_22.csv:17:34, met by code
          source: Mapping subnational gender gaps in internet and mobile adoption (observed \
        columns, from the Cambodia Demographic and Health Survey 2021-22)

        """))
    #expect(
      text.contains(
        """
        People in multidimensional poverty, 2021-22 [mpi_headcount]
          49.0613 (% of people), ok
          read at geodata/indicators/poverty_2021_22.csv:17:31, met by code
          95 % interval 37.968 to 60.155, standard error 5.66, coefficient of variation 11.5 %, \
        sample of 1513

        """))
  }

  @Test("The parts of the score add up to it, and each is its value times its weight.")
  func arithmetic() throws {
    for area in ["Ratanakiri", "19", "Phnom Penh"] {
      let score = try #require(run().explain(area).scores.first)
      let total = score.parts.reduce(0) { $0 + $1.points }
      #expect(abs(total - (score.score ?? -1)) < 1e-9)
      #expect(abs(score.parts.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
      for part in score.parts {
        #expect(abs((part.normalized ?? 0) * part.weight - part.points) < 1e-9)
        #expect((0...100.000001).contains(part.normalized ?? -1))
      }
    }
  }

  @Test("The worst province is a hotspot, and says so; what has no part in the score says why.")
  func verdicts() throws {
    let worst = try #require(run().explain("KH16").scores.first)
    #expect(worst.isHotspot && worst.rank == 1)
    #expect(worst.lines.last { $0.contains("hotspot") }?.hasPrefix("  a hotspot: severe; ") == true)
    let river = try #require(run().explain("Stung Treng").scores.first)
    #expect(river.missing.count == 1)
    #expect(river.missing.first?.hasPrefix("internet_use_women (unreliable: ") == true)
  }

  @Test("A value that was moved names the crosswalk and the set its table is written for.")
  func moved() throws {
    let figure = try #require(
      run().explain("ត្បូងឃ្មុំ").figures.first { $0.indicator.id == "migrant_share" })
    #expect(
      figure.lines == [
        "Migrants in the population, 2013 [migrant_share]",
        "  20.65 (% of people), estimated: made from area 03 of 'khm-24' by "
          + "crosswalk_24_to_25.csv",
        "  read at geodata/indicators/migration_2013_24_provinces.csv:4:31, met by crosswalk",
        "  the table is written for the area set khm-24",
        "  source: \(figure.sources[0])",
      ])
  }

  @Test(
    "An area that is not there is answered with the nearest.",
    arguments: [
      ("Ratanakirri", "there is no area 'Ratanakirri'; did you mean 'Ratanak Kiri (16)'?"),
      ("99", "there is no area '99'; give a code such as '01', or a name"),
      ("TK", "'TK' may be Takeo (21) and Tboung Khmum (25); give the code of one"),
    ])
  func unknown(text: String, message: String) throws {
    let failure = try #require(throws: RunFailure.self) { try run().explain(text) }
    #expect(failure.description == message)
  }
}
