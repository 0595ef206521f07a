import Testing

@testable import Publishing

@Test("The rule for neighbours is published, with every correction and its reason.")
func neighborRule() {
  var atlas = SampleAtlas.atlas
  atlas.indexes[0].neighborRule = NeighborRule(
    "shared boundary", edits: [.init(.join, ["26", "08"], reason: "a ferry")])
  let text = String(decoding: PublishedFile.summary(of: atlas).bytes, as: UTF8.self)
  let neighbors = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    .drop { $0 != "\"neighbors\": {" }.prefix(14)
  #expect(
    neighbors.joined(separator: "\n") == """
      "neighbors": {
      "rule": "shared boundary",
      "row_standardised": false,
      "edits": [
      {
      "action": "join",
      "areas": [
      "26",
      "08"
      ],
      "reason": "a ferry"
      }
      ]
      },
      """)
}
