import Glibc
import TestSupport
import Testing

@testable import ColumnStore

@Suite("Files written whole or not at all")
struct AtomicFileTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(
    "a committed file stands under its name with the permissions of a new one, and nothing else")
  func commit() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/out.csv"
    var file = try AtomicFile(path)
    try file.write(Self.bytes("a\n"))
    try file.write([])
    try file.write(Self.bytes("b\n"))
    #expect(access(path, F_OK) != 0)
    try file.commit()
    #expect(try directory.read("out.csv") == "a\nb\n")
    #expect(try directory.names == ["out.csv"])
    var status = stat()
    #expect(stat(path, &status) == 0)
    let mask = umask(0)
    umask(mask)
    #expect(status.st_mode & 0o777 == 0o666 & ~mask)
  }

  @Test("an old file is replaced only by commit, and stays when the new one is given up")
  func replacement() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "out.csv").path
    do {
      var file = try AtomicFile(path)
      try file.write(Self.bytes("half"))
    }
    do {
      var file = try AtomicFile(path)
      try file.write(Self.bytes("half"))
      try file.prepare()
    }
    #expect(try directory.read("out.csv") == "old")
    #expect(try directory.names == ["out.csv"])
    var file = try AtomicFile(path)
    try file.write(Self.bytes("new"))
    #expect(try directory.read("out.csv") == "old")
    try file.commit()
    #expect(try directory.read("out.csv") == "new")
    #expect(try directory.names == ["out.csv"])
  }

  @Test("two files are prepared and then appear one right after the other")
  func twoFiles() throws {
    let directory = try TemporaryDirectory()
    var results = try AtomicFile("\(directory.path)/results.csv")
    var rejects = try AtomicFile("\(directory.path)/rejects.csv")
    try results.write(Self.bytes("1"))
    try rejects.write(Self.bytes("2"))
    try results.prepare()
    try rejects.prepare()
    try results.name()
    try rejects.name()
    #expect(try directory.names.count == 2 && directory.names.allSatisfy { $0.hasPrefix(".") })
    try results.place()
    try rejects.place()
    #expect(try directory.names == ["rejects.csv", "results.csv"])
    results.settle()
    rejects.settle()
    #expect(try directory.read("rejects.csv") == "2")
  }

  @Test("a file that was named and is given up leaves no trace")
  func givenUp() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "out.csv").path
    do {
      var file = try AtomicFile(path)
      try file.write(Self.bytes("new"))
      try file.name()
      #expect(try directory.names.count == 2)
    }
    #expect(try directory.names == ["out.csv"])
    #expect(try directory.read("out.csv") == "old")
  }

  @Test("a link to the old file stays a link")
  func link() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "out.csv").path
    let link = "\(directory.path)/link.csv"
    try #require(symlink(path, link) == 0)
    var file = try AtomicFile(link)
    try file.write(Self.bytes("new"))
    try file.commit()
    #expect(try directory.read("out.csv") == "new")
    var status = stat()
    #expect(lstat(link, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("a missing directory, a directory and a device are refused")
  func refusals() throws {
    let directory = try TemporaryDirectory()
    let cases = [
      ("\(directory.path)/no/out.csv", "there is no directory \(directory.path)/no"),
      (directory.path, "it is a directory"), ("/dev/null", "it is not a regular file"),
      ("", "No such file or directory"), ("\(directory.path)/no/", "No such file or directory"),
    ]
    for (path, reason) in cases {
      #expect(throws: AtomicFileError(path: path, reason: reason)) {
        _ = try AtomicFile(path)
      }
    }
    #expect(
      AtomicFileError(path: "a.csv", reason: "it is a directory").description
        == "cannot write a.csv: it is a directory")
    #expect(try directory.names.isEmpty)
  }

  @Test("a commit that fails leaves what stands there and no trace of its own")
  func failedCommit() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/out.csv"
    do {
      var file = try AtomicFile(path)
      try file.write(Self.bytes("new"))
      // Meanwhile someone makes a directory of that name: the last step must fail.
      try #require(mkdir(path, 0o755) == 0)
      do throws(AtomicFileError) {
        try file.commit()
        Issue.record("a file took the place of a directory")
      } catch {
        #expect(error.reason == "Is a directory")
      }
    }
    #expect(try directory.names == ["out.csv"])
    rmdir(path)
  }
}
