import DelimitedText
import Glibc

/// Standard input and output as streams of bytes.
enum StandardStreams {
  /// A stream that could not be read or written.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ what: String) { description = "\(what): \(SystemReason.last)" }
  }

  /// Fills a buffer from standard input; how many bytes there were, 0 at its end.
  static func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw Failure("standard input cannot be read") }
    }
  }

  /// Writes all bytes to standard output.
  static func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(STDOUT_FILENO, part.baseAddress, part.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Failure("standard output cannot be written")
      }
    }
  }

  /// Runs a filter from one to the other; a reader who goes away is an error like any other.
  static func run(_ filter: () throws -> Void) throws {
    signal(SIGPIPE, SIG_IGN)
    do {
      try filter()
    } catch let failure as Failure {
      Terminal.error(failure.description)
      throw Outcome.dataFault
    }
  }
}
