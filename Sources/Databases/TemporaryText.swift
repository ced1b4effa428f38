import DelimitedText
import Glibc

/// A file for a program beside this one to read, gone when no longer held.
final class TemporaryText {
  /// Where it is.
  let path: String
  private let location: DatabaseLocation
  private let descriptor: Int32

  /// An empty file, which only this user may read.
  init(for location: DatabaseLocation) throws(DatabaseFault) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    var template = Array("\(folder)/steelyard-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.location = location
    if descriptor < 0 { throw failure() }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(path)
    }
  }

  /// Appends bytes.
  func append(_ piece: UnsafeRawBufferPointer) throws(DatabaseFault) {
    var done = 0
    while done < piece.count {
      let count = write(
        descriptor, piece.baseAddress.map { $0 + done }, piece.count - done)
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw failure()
      }
    }
  }

  private func failure() -> DatabaseFault {
    DatabaseFault(
      location.name, "no temporary file can be written: \(SystemReason.last)",
      advice: "name a folder with room in the environment variable TMPDIR")
  }
}
