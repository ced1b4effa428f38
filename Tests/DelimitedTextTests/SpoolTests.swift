import DelimitedText
import Foundation
import Glibc
import Testing

@Suite("Bytes put aside")
struct SpoolTests {
  /// A size that no other file of the tests has.
  private static let size = 1_234_577

  @Test("lie in a file without a name, which this user alone may read")
  func mode() throws {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.size, alignment: 64)
    defer { bytes.deallocate() }
    _ = bytes.initializeMemory(as: UInt8.self, repeating: 7)
    var spool = Spool(name: "bytes", mostInMemory: 64)
    try spool.append(UnsafeRawBufferPointer(bytes))
    let storage = try spool.finish()
    var found: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
      var status = stat()
      guard let descriptor = Int32(name), fstat(descriptor, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == Self.size
      else { continue }
      let mode = String(status.st_mode & 0o777, radix: 8)
      found.append("mode \(mode), names \(status.st_nlink)")
    }
    #expect(found == ["mode 600, names 0"])
    #expect(storage.count == Self.size)
  }
}
