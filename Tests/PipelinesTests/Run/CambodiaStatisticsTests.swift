import Foundation
import Testing

@testable import Pipelines

@Suite("The statistics of Cambodia's atlas")
struct CambodiaStatisticsTests {
  private let atlas: Cambodia
  private let index: [String: Any]

  init() throws {
    atlas = try Cambodia()
    let summary = try #require(
      JSONSerialization.jsonObject(with: atlas.files["summary.json"] ?? Data()) as? [String: Any])
    index = try #require((summary["indexes"] as? [[String: Any]])?.first)
  }

  private func rows() throws -> [[String: String]] {
    let text = String(decoding: atlas.files["local-statistics.csv"] ?? Data(), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    let names = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      // Only the last column has commas of its own.
      let cells = line.split(
        separator: ",", maxSplits: names.count - 1, omittingEmptySubsequences: false)
      return Dictionary(uniqueKeysWithValues: zip(names, cells.map(String.init)))
    }
  }

  @Test("Gi*, Gi, local Moran, local Geary and internet amid migration stand for every province.")
  func rowsOfAll() throws {
    let rows = try rows()
    #expect(rows.count == 125)
    let statistics = Dictionary(grouping: rows) { $0["statistic"] ?? "" }
    #expect(
      statistics.keys.sorted() == [
        "Gi", "Gi*", "bivariate local Moran (n - 1)", "local Geary (n - 1)", "local Moran (n - 1)",
      ])
    for row in statistics["Gi*"] ?? [] {
      let code = row["area_code"] ?? ""
      for column in ["z", "p", "p_adjusted", "p_min"] {
        let published = atlas.number(code, "divide_gi_\(column)")
        #expect((row[column] == "") == (published == nil), "\(column) of \(code)")
        if let published, let value = Double(row[column] ?? "") {
          // Foundation's reader of JSON rounds the last digit.
          #expect(abs(value - published) < 1e-14 * max(1, abs(value)), "\(column) of \(code)")
        }
      }
      #expect(row["cluster"] == atlas.text(code, "divide_cluster"))
      #expect(row["p_error"] == "0.0")
    }
    // Stung Treng's internet figure is unreliable, and stays out of its neighbours' sums too.
    let pairs = statistics["bivariate local Moran (n - 1)"] ?? []
    let stungTreng = try #require(pairs.first { $0["area_code"] == "19" })
    #expect(stungTreng["p"] == "")
    #expect(stungTreng["reason"] == "no value that statistics may use")
    #expect(pairs.first { $0["area_code"] == "16" }?["neighbors"] == "1")
  }

  @Test("Moran's I, G and join counts say how p was found, its error and its floor.")
  func globals() throws {
    for key in ["morans_i", "getis_ord_g"] {
      let result = try #require(index[key] as? [String: Any])
      #expect(result["method"] as? String == "normal approximation")
      let permutation = try #require(result["permutation"] as? [String: Any])
      #expect(permutation["method"] as? String == "monte carlo (9999 draws)")
      #expect(permutation["p_min"] as? Double == 0.0002)
      #expect(try #require(permutation["p_error"] as? Double) > 0)
    }
    let joins = try #require(index["join_counts"] as? [[String: Any]])
    #expect(
      joins.map { $0["fact"] as? String } == [
        "severe", "hotspot", "hot or possibly hot", "cold or possibly cold",
      ])
    for joins in joins {
      let both = try #require(joins["both"] as? [String: Any])
      #expect((both["permutation"] as? [String: Any])?["method"] as? String == "exact")
    }
  }

  @Test("The north-east is said to survive the correction with the chosen weights only.")
  func survival() throws {
    let sentences = try #require(index["survival"] as? [String: String])
    #expect(
      sentences["en"]
        == "The cluster in the north-east (Mondul Kiri and Stung Treng) survives the correction "
        + "for multiple tests with the chosen weights, and no cluster does with equal weights.")
    for (language, page) in [("en", "index.html"), ("km", "index.km.html")] {
      let sentence = try #require(sentences[language])
      for path in [page, "maps/divide-hotspots.\(language).html"] {
        #expect(String(decoding: atlas.files[path] ?? Data(), as: UTF8.self).contains(sentence))
      }
    }
  }

  @Test("No published text holds a number that is none.")
  func noNaN() {
    for (path, bytes) in atlas.files
    where [".csv", ".json", ".geojson", ".jsonld"].contains(where: path.hasSuffix) {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(/[:,\[ ](-?nan|-?inf|NaN|-?Infinity)[,\]\r\n]/), "\(path)")
    }
  }

  @Test(
    "People in severe, clustered and hotspot provinces are the census's, within their intervals."
  )
  func people() throws {
    let people = try #require(index["people"] as? [String: [String: Any]])
    let severe = try #require(index["severe"] as? [[String: Any]])
      .compactMap { $0["area_code"] as? String }
    let groups: [(String, (String) -> Bool)] = [
      ("severe", { severe.contains($0) }),
      ("clustered", { atlas.text($0, "divide_cluster") == "hot" }),
      ("hotspots", { atlas.features[$0]?["divide_hotspot"] as? Bool == true }),
    ]
    for (name, isIn) in groups {
      let count = try #require(people[name])
      let sum = atlas.features.keys.filter(isIn)
        .compactMap { atlas.number($0, "population") }.reduce(0, +)
      #expect(sum > 0)
      #expect(count["people"] as? Double == sum, "\(name)")
      #expect(abs((count["share"] as? Double ?? .nan) - sum / 15_552_211) < 1e-15)
      let (low, high) = (count["low"] as? Double ?? .nan, count["high"] as? Double ?? .nan)
      #expect(low <= sum && sum <= high, "\(name)")
      #expect(count["areas_not_counted"] as? Int == 0)
    }
  }

  @Test("The concentration of the divide is that of people against people times score.")
  func concentration() throws {
    let concentration = try #require(index["concentration"] as? [String: Any])
    let areas = atlas.features.keys.compactMap { code in
      atlas.number(code, "divide_score").flatMap { score in
        atlas.number(code, "population").map { (score: score, people: $0) }
      }
    }
    // The same figure as half the mean absolute difference of scores over their mean, by people.
    let all = areas.reduce(0) { $0 + $1.people }
    let mean = areas.reduce(0) { $0 + $1.people * $1.score } / all
    var differences = 0.0
    for one in areas {
      for other in areas {
        differences += one.people * other.people * abs(one.score - other.score)
      }
    }
    let expected = differences / (2 * mean * all * all)
    #expect(abs((concentration["index"] as? Double ?? .nan) - expected) < 1e-12)
    #expect(concentration["areas"] as? Int == 25)
    let curve = try #require(concentration["curve"] as? [[Double]])
    #expect(curve.first == [0, 0] && curve.last == [1, 1] && curve.count == 26)
  }
}
