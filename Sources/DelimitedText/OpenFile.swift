import Glibc

/// A regular file that is open for reading, with what it looked like when it was opened.
public final class OpenFile: Sendable {
  /// What messages call it.
  let name: String
  let size: Int
  private let descriptor: Int32
  private let changed: timespec

  /// A file that is open for reading; closed when no longer used. nil, and left open, when it is not a
  /// regular one or the system says that it is empty, as it does of some that are not.
  init?(_ descriptor: Int32, name: String) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0
    else { return nil }
    self.name = name
    self.descriptor = descriptor
    size = Int(status.st_size)
    changed = status.st_mtim
  }

  deinit { close(descriptor) }

  /// Fills a buffer with the bytes from `offset` on; how many there were. Fails when the file became
  /// shorter.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(DelimitedTextError) -> Int {
    let wanted = max(0, min(buffer.count, size - offset))
    var done = 0
    while done < wanted {
      let got = pread(descriptor, buffer.baseAddress! + done, wanted - done, off_t(offset + done))
      if got > 0 {
        done += got
      } else if got == 0 {
        throw .changed(file: name)
      } else if errno != EINTR {
        throw .unreadable(file: name, reason: SystemReason.last)
      }
    }
    return done
  }

  /// Fails when somebody wrote to the file since it was opened.
  func checkUnchanged() throws(DelimitedTextError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int(status.st_size) == size,
      status.st_mtim.tv_sec == changed.tv_sec, status.st_mtim.tv_nsec == changed.tv_nsec
    else { throw .changed(file: name) }
  }
}
