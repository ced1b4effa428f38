import Glibc

/// Reads whole files.
public enum FileBytes {
  /// All bytes of a file, pipe or device; memory for them once when it is a regular file.
  public static func read(_ file: String) throws(DelimitedTextError) -> [UInt8] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw .unreadable(file: file, reason: SystemReason.last)
    }
    defer { close(descriptor) }
    // A byte more than expected, so that the end is met without growing.
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    var bytes = try piece(of: isRegular ? Int(status.st_size) + 1 : chunk, descriptor, file)
    guard bytes.count == (isRegular ? Int(status.st_size) + 1 : chunk) else { return bytes }
    while true {
      let next = try piece(of: chunk, descriptor, file)
      bytes += next
      if next.count < chunk { return bytes }
    }
  }

  private static let chunk = 1 << 20

  /// As many bytes as wanted, fewer only at the end.
  private static func piece(
    of wanted: Int, _ descriptor: Int32, _ file: String
  ) throws(DelimitedTextError) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = Glibc.read(descriptor, buffer.baseAddress! + count, wanted - count)
        if got == 0 { return }
        if got > 0 {
          count += got
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if let failure { throw .unreadable(file: file, reason: SystemReason.words(failure)) }
    return bytes
  }
}
