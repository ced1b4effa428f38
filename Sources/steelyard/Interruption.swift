import Dispatch
import Foundation
import Glibc

/// What is done when the user interrupts the program.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Does something in a folder that is nobody's yet, and removes it when the program is interrupted
  /// meanwhile.
  static func removing<Result>(
    _ folder: String, _ body: (String) throws -> Result
  ) rethrows -> Result {
    let sources = signals.map { number in
      // The source is told in spite of this; without it the program would end first.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        try? FileManager.default.removeItem(atPath: folder)
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in signals { signal(number, SIG_DFL) }
    }
    return try body(folder)
  }
}
