import DelimitedText
import Glibc

/// Files that can be read again: neither pipes, which may block for ever, nor devices without end.
enum RegularFile {
  /// Whether a regular file stands there.
  static func isThere(_ file: String) -> Bool {
    var status = stat()
    return stat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Fails unless a regular file stands there.
  static func check(_ file: String) throws(RecordError) {
    var status = stat()
    guard stat(file, &status) == 0 else { throw failure(file) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(
        file: file, reason: "it is a pipe or a device, and only a file can be read again")
    }
  }

  /// All bytes of a regular file, which must not be more than `most`.
  static func bytes(of file: String, atMost most: Int = .max) throws(RecordError) -> [UInt8] {
    try check(file)
    var status = stat()
    if stat(file, &status) == 0, status.st_size > most {
      throw .unreadable(file: file, reason: "\(status.st_size) bytes are too many")
    }
    do throws(DelimitedTextError) {
      return try FileBytes.read(file)
    } catch {
      if case .unreadable(_, let reason) = error { throw .unreadable(file: file, reason: reason) }
      throw .unreadable(file: file, reason: "\(error)")
    }
  }

  /// What the system says after a call that failed.
  static func failure(_ file: String) -> RecordError {
    .unreadable(file: file, reason: SystemReason.last)
  }
}
