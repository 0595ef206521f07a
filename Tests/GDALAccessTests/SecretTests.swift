import Testing

@testable import GDALAccess

@Suite("The password of a connection")
struct SecretTests {
  @Test(
    "It is never told, however it was written and whatever the library says of it.",
    arguments: [
      (
        "PG:host=db password=kept secret user=me",
        #"missing "=" after "secret" in connection info string"#,
        #"missing "=" after "…" in connection info string"#
      ),
      (
        "PG:password='open sesame' host=db", "no luck with open sesame, says sesame",
        "no luck with …, says …"
      ),
      (
        "PG:postgresql://me:p@ss@db.example.org/atlas",
        #"could not translate host name "ss@db.example.org" to address"#,
        #"could not translate host name "…" to address"#
      ),
      (
        "PG:postgresql://me:12%3@db/atlas", #"invalid percent-encoded token: "12%3""#,
        #"invalid percent-encoded token: "…""#
      ),
      (
        "PG:postgresql://db/atlas?user=me&password=hidden&port=x",
        #"invalid port number: "hidden""#,
        #"invalid port number: "…""#
      ),
    ])
  func hidden(_ connection: String, _ message: String, _ told: String) {
    #expect(Secret(in: connection).removed(from: message) == told)
  }

  @Test("What has nothing to do with it stays.")
  func others() {
    let message = #"FATAL: password authentication failed for user "planner""#
    let pairs = Secret(in: "PG:host=db user=planner password=kept-secret dbname=atlas")
    #expect(pairs.removed(from: message) == message)
    #expect(Secret(in: "PG:dbname=atlas").removed(from: message) == message)
    let host = #"could not translate host name "nowhere" to address"#
    #expect(pairs.removed(from: host) == host)
  }
}
