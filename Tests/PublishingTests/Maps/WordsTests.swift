import Testing

@testable import Publishing

@Suite struct WordsTests {
  @Test(
    "Every word stands in every language, with the same places to fill in.",
    arguments: Word.allCases)
  func complete(word: Word) throws {
    /// `areas` may be left out where a language needs no noun.
    func places(_ text: String) -> Set<Substring> {
      let parts = text.split(separator: "{", omittingEmptySubsequences: false)
      return Set(parts.dropFirst().map { $0.prefix { $0 != "}" } }).subtracting(["areas"])
    }
    let english = try #require(Words.english[word])
    for (language, words) in Words.builtIn {
      let text = try #require(words[word], "\(language) lacks \(word)")
      #expect(places(text) == places(english))
    }
  }

  @Test("A language without words speaks English; a definition's wording goes first.")
  func fallback() {
    #expect(Words(language: "lo")[.noData] == "no data")
    #expect(Words(language: "lo", extra: ["no data": "ບໍ່ມີຂໍ້ມູນ"])[.noData] == "ບໍ່ມີຂໍ້ມູນ")
  }

  @Test("What is filled in is not filled in again.")
  func filling() {
    let words = Words(language: "en")
    #expect(words(.measured, ["unit": "{period}", "period": "2021"]) == "{period}, 2021")
  }

  @Test("Lists read as people write them.")
  func lists() {
    let words = Words(language: "en")
    #expect(words.list([]) == "")
    #expect(words.list(["A"]) == "A")
    #expect(words.list(["A", "B"]) == "A and B")
    #expect(words.list(["A", "B", "C"]) == "A, B and C")
  }

  @Test("Numbers are grouped, signed and rounded for reading.")
  func numbers() {
    #expect(NumberText.fixed(2_281_951, decimals: 0) == "2,281,951")
    #expect(NumberText.fixed(-1234.56, decimals: 1) == "−1,234.6")
    #expect(NumberText.fixed(-0.001, decimals: 1) == "0.0")
    #expect(NumberText.short(27.064, decimals: 1, unit: "% of women") == "27.1%")
    #expect(NumberText.short(27.064, decimals: 1, unit: "persons") == "27.1")
    #expect(NumberText.decimals(toTellApart: [1.01, 1.04, 2], from: 1) == 2)
    #expect(NumberText.decimals(toTellApart: [1, 1, 2], from: 0) == 0)
  }
}
