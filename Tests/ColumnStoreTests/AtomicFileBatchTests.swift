import Glibc
import TestSupport
import Testing

@testable import ColumnStore

@Suite("Many files written whole or not at all")
struct AtomicFileBatchTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("no file has its name before the batch is committed, and then all have, old ones replaced")
  func commit() throws {
    let directory = try TemporaryDirectory()
    try directory.write("old", to: "1.txt")
    let batch = AtomicFileBatch(in: directory.path)
    for number in 0..<50 {
      try batch.add(Self.bytes("new \(number)"), as: "\(directory.path)/\(number).txt")
    }
    #expect(try directory.names == ["1.txt"])
    #expect(try directory.read("1.txt") == "old")
    try batch.commit()
    #expect(try directory.names.count == 50)
    for number in 0..<50 { #expect(try directory.read("\(number).txt") == "new \(number)") }
    // Nothing is left to commit, and the batch takes more.
    try batch.commit()
    try batch.add(Self.bytes("more"), as: "\(directory.path)/more.txt")
    try batch.commit()
    #expect(try directory.read("more.txt") == "more")
  }

  @Test("a batch that is given up leaves nothing")
  func givenUp() throws {
    let directory = try TemporaryDirectory()
    do {
      let batch = AtomicFileBatch(in: directory.path)
      try batch.add(Self.bytes("half"), as: "\(directory.path)/a.txt")
    }
    #expect(try directory.names == [])
  }

  @Test("a link is followed, and what is no file is refused")
  func places() throws {
    let directory = try TemporaryDirectory()
    let real = try directory.write("old", to: "real.txt").path
    #expect(symlink(real, "\(directory.path)/link.txt") == 0)
    let batch = AtomicFileBatch(in: directory.path)
    try batch.add(Self.bytes("new"), as: "\(directory.path)/link.txt")
    try batch.commit()
    #expect(try directory.read("real.txt") == "new")
    #expect(try directory.names == ["link.txt", "real.txt"])
    mkdir("\(directory.path)/folder", 0o777)
    #expect(throws: AtomicFileError.self) {
      try batch.add([], as: "\(directory.path)/folder")
    }
    #expect(throws: AtomicFileError.self) {
      try batch.add([], as: "\(directory.path)/nowhere/a.txt")
    }
  }
}
