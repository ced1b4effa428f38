import DelimitedText
import Glibc

/// The program where every worker finds it.
struct StagedProgram {
  let path: String

  /// Copies the program if that is wanted.
  init(_ program: SparkProgram, in staging: StagingFolder) throws(SparkFault) {
    switch program {
    case .installed(let path): self.path = path
    case .copied(let file):
      path = staging.file("steelyard")
      try Self.copy(file, to: path)
    }
  }

  private static func copy(_ file: String, to copy: String) throws(SparkFault) {
    let source = open(file, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw .storage(path: file, reason: SystemReason.last) }
    defer { close(source) }
    let target = open(copy, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o755)
    guard target >= 0 else { throw .storage(path: copy, reason: SystemReason.last) }
    defer { close(target) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count == 0 { return }
      guard count > 0, write(target, buffer, count) == count else {
        throw .storage(path: copy, reason: SystemReason.last)
      }
    }
  }
}
