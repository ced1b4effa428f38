import TestSupport
import Testing

@testable import ColumnStore

@Suite("Files that appear together or not at all")
struct AtomicFilesTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("no file has its name before all are committed, and then each has, old ones replaced")
  func commit() throws {
    let directory = try TemporaryDirectory()
    try directory.write("old", to: "results.csv")
    let files = try AtomicFiles(
      ["results.csv", "rejects.csv"].map { "\(directory.path)/\($0)" })
    try files.write(0, Self.bytes("1"))
    try files.write(1, Self.bytes("2"))
    #expect(try directory.read("results.csv") == "old")
    #expect(try directory.names == ["results.csv"])
    try files.commit()
    #expect(try directory.names == ["rejects.csv", "results.csv"])
    #expect(try directory.read("results.csv") == "1")
    #expect(try directory.read("rejects.csv") == "2")
  }

  @Test("files that are given up, or one of which cannot be begun, leave nothing")
  func givenUp() throws {
    let directory = try TemporaryDirectory()
    let files = try AtomicFiles(["\(directory.path)/a.csv"])
    try files.write(0, Self.bytes("half"))
    files.abandon()
    #expect(throws: AtomicFileError.self) {
      _ = try AtomicFiles(["\(directory.path)/a.csv", "\(directory.path)/none/b.csv"])
    }
    #expect(try directory.names == [])
  }
}
