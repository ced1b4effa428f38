import Foundation
import DelimitedText
import Glibc
import Testing

@Suite("Reading files")
struct FileReadingTests {
  @Test("a file is read whole, whatever its length", arguments: [0, 1, 4096, 1 << 20, 3 << 20 | 7])
  func wholeFile(length: Int) throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 % 64 + 32) }
    let path = try TemporaryFile(bytes)
    defer { path.remove() }
    #expect(try DecodedText(contentsOf: path.path).bytes == bytes)
  }

  @Test("a file whose size is not known beforehand is read whole")
  func unknownSize() throws {
    #expect(try DecodedText(contentsOf: "/dev/null").bytes.isEmpty)
    // The system says that such a file has no bytes.
    #expect(try !DecodedText(contentsOf: "/proc/self/status").bytes.isEmpty)
  }

  @Test("a missing file and a directory are refused with the system's reason")
  func unreadable() {
    #expect(
      throws: DelimitedTextError.unreadable(
        file: "/nowhere/staff.csv", reason: "there is no such file")
    ) { try DecodedText(contentsOf: "/nowhere/staff.csv") }
    #expect(throws: DelimitedTextError.unreadable(file: "/", reason: "it is a folder")) {
      try DecodedText(contentsOf: "/")
    }
  }
}

/// A file that a test writes and removes.
