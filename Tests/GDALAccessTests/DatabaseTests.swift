import Diagnostics
import Testing

@testable import GDALAccess

@Suite("A database that cannot be written to")
struct DatabaseTests {
  private func said(_ connection: String) -> String {
    let place = Place(file: "atlas.yaml", line: 7, column: 15)
    do {
      try Database(connection: connection).run("SELECT 1", at: place)
      return "nothing"
    } catch {
      return "\(error)"
    }
  }

  @Test("A password whose blanks want quotes is not told, not even in part.")
  func tornPassword() {
    #expect(
      said("PG:dbname=atlas password=kept secret")
        == #"atlas.yaml:7:15: the database cannot be opened: 'missing "=" after "…" in connection "#
        + "info string'; check that the server runs, and what stands behind 'PG:'")
  }

  @Test("A server that is not there is told, with its place in the definition.")
  func noServer() {
    #expect(
      said("PG:host=/nowhere dbname=atlas user=planner password=kept-secret")
        == #"atlas.yaml:7:15: the database cannot be opened: 'connection to server on socket "#
        + #""/nowhere/.s.PGSQL.5432" failed: No such file or directory'; "#
        + "check that the server runs, and what stands behind 'PG:'")
  }
}
