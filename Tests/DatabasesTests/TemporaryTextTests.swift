import Glibc
import Testing

@testable import Databases

@Suite("Temporary files for a program beside")
struct TemporaryTextTests {
  @Test("may be read by this user alone, and go when nobody holds them")
  func mode() throws {
    var file: TemporaryText? = try TemporaryText(for: .duckdb(file: "branch.duckdb"))
    let path = try #require(file?.path)
    var status = stat()
    try #require(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    file = nil
    #expect(stat(path, &status) != 0)
  }
}
