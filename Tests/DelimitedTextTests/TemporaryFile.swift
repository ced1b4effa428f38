import Foundation
import Glibc
import Testing

/// A file for a test.
struct TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    var template = Array(
      "\(FileManager.default.temporaryDirectory.path)/delimited-text-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() { unlink(path) }
}
