import Testing

@testable import Diagnostics

@Test(
  "The nearest candidates come best first and only within reach.",
  arguments: [
    ("langauges", ["title", "languages", "land"], ["languages"]),
    ("hihg", ["low", "high"], ["high"]),
    ("up", ["low", "high"], []),
    ("Siemreap", ["Svay Rieng", "Siem Reap", "Siemreab"], ["Siem Reap", "Siemreab"]),
    ("x", ["y", "xy", "xyz"], ["y", "xy"]),
  ])
func nearest(text: String, candidates: [String], found: [String]) {
  #expect(text.nearest(in: candidates) == found)
}

@Test("Edit distance equals the textbook recursion on every pair of short words.")
func distance() {
  let words = ["", "a", "ab", "ba", "abc", "acb", "bca", "abcd", "aabb", "bbaa"].map(Array.init)
  for first in words {
    for second in words {
      let expected = slow(first[...], second[...])
      #expect(editDistance(first, second, atMost: 9) == expected)
      #expect(editDistance(first, second, atMost: 1) == (expected <= 1 ? expected : nil))
    }
  }
}

private func slow(_ first: ArraySlice<Character>, _ second: ArraySlice<Character>) -> Int {
  guard let a = first.first else { return second.count }
  guard let b = second.first else { return first.count }
  if a == b { return slow(first.dropFirst(), second.dropFirst()) }
  var rest = min(
    slow(first.dropFirst(), second), slow(first, second.dropFirst()),
    slow(first.dropFirst(), second.dropFirst()))
  if first.count > 1, second.count > 1, first.dropFirst().first == b, second.dropFirst().first == a
  {
    rest = min(rest, slow(first.dropFirst(2), second.dropFirst(2)))
  }
  return 1 + rest
}
