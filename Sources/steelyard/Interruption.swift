import Dispatch
import Foundation
import Glibc
import Synchronization

/// What is done when the user interrupts work that nobody is to see yet.
final class Interruption: Sendable {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private let cleaning: @Sendable () -> Void
  private let hasBegun = Atomic(false)

  private init(_ cleaning: @escaping @Sendable () -> Void) { self.cleaning = cleaning }

  /// Does something in a folder; removes the folder when the program is interrupted meanwhile.
  static func removing<Result>(
    _ folder: String, _ body: (String) throws -> Result
  ) throws -> Result {
    try ending({ remove(folder) }) { try body(folder) }
  }

  /// Does something; when the program is interrupted meanwhile, cleans up after it and ends.
  static func ending<Result>(
    _ cleaning: @escaping @Sendable () -> Void, _ body: () throws -> Result
  ) throws -> Result {
    let interruption = Interruption(cleaning)
    let sources = signals.map { number in
      // The source is told in spite of this; without it the program would end first.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { interruption.end(by: number) }
      source.resume()
      return source
    }
    defer {
      interruption.wait()
      for source in sources { source.cancel() }
      for number in signals { signal(number, SIG_DFL) }
    }
    return try body()
  }

  /// Takes a folder away from under the work and removes it.
  private static func remove(_ folder: String) {
    // Under another name nothing is added to it while it is removed.
    let doomed = "\(folder)-interrupted"
    rename(folder, doomed)
    try? FileManager.default.removeItem(atPath: doomed)
  }

  /// Cleans up, and ends the program as the signal would.
  private func end(by number: Int32) {
    hasBegun.store(true, ordering: .sequentiallyConsistent)
    cleaning()
    signal(number, SIG_DFL)
    // Whoever started the program may have blocked the signal for all its threads.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }

  /// Work that failed because its folder is gone says nothing more: the program is about to end.
  private func wait() {
    while hasBegun.load(ordering: .sequentiallyConsistent) { pause() }
  }
}
