import Databases
import Testing

@Suite("Locations of databases")
struct DatabaseLocationTests {
  @Test("texts that name databases")
  func locations() {
    #expect(DatabaseLocation("sqlite:a/b.db") == .sqlite(file: "a/b.db"))
    #expect(DatabaseLocation("duckdb:/x.duckdb") == .duckdb(file: "/x.duckdb"))
    #expect(
      DatabaseLocation("postgres://h/d") == .postgresql(uri: "postgres://h/d"))
    for text in ["", "branch.db", "SQLITE:x", "postgresql:x", "mysql://h", "folder/sqlite:x"] {
      #expect(DatabaseLocation(text) == nil)
    }
    #expect(
      DatabaseTable("sqlite:a#b.db#staff")
        == DatabaseTable(.sqlite(file: "a#b.db"), table: "staff"))
    for text in ["sqlite:a.db", "sqlite:a.db#", "staff.csv#x"] {
      #expect(DatabaseTable(text) == nil)
    }
  }

  @Test(
    "no password is shown, however the address is written",
    arguments: [
      ("postgresql://u:secret@h:5432/d", "postgresql://u@h:5432/d"),
      ("postgresql://u:se/cr@et@h/d", "postgresql://u@h/d"),
      ("postgresql://u@h/d?password=secret&sslmode=require", "postgresql://u@h/d?sslmode=require"),
      ("postgresql://h/d?sslpassword=secret", "postgresql://h/d"),
      ("postgresql://h/d?pass%77ord=secret", "postgresql://h/d"),
      ("postgresql://u:se?cr&et@h/d?sslmode=require", "postgresql://u@h/d?sslmode=require"),
      // Marks that join the character before, or behind, for Swift and not for libpq.
      ("postgresql://u:\u{301}secret@h/d", "postgresql://u@h/d"),
      ("postgresql://h/d?a=\u{600}&password=secret&b=c", "postgresql://h/d?a=\u{600}&b=c"),
      ("postgresql://h:5432/d", "postgresql://h:5432/d"),
    ])
  func names(_ uri: String, _ shown: String) throws {
    let location = try #require(DatabaseLocation(uri))
    #expect(location.name == shown)
    #expect(location.name(ofTable: "staff") == "\(shown)#staff")
    let table = DatabaseTable(location, table: "staff")
    #expect(table.text == "\(uri)#staff")
    #expect(DatabaseTable(table.text) == table)
  }
}
