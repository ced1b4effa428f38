import ColumnStore
import Dispatch
import Synchronization

/// Brings batches of files to the disk, one after the other, while the next is made.
final class BackgroundSaver: Sendable {
  private let queue = DispatchQueue(label: "saving")
  private let failure = Mutex<AtomicFileError?>(nil)
  /// Of two batches the files are open at most: the one that is saved and the one that is made.
  private let isFree = DispatchSemaphore(value: 1)

  /// A saver that has nothing to save yet.
  init() {}

  /// Saves a batch when the one before it is saved, which it waits for.
  ///
  /// - Throws: what went wrong with any batch before.
  func save(_ batch: AtomicFileBatch) throws {
    isFree.wait()
    do {
      try check()
    } catch {
      isFree.signal()
      throw error
    }
    queue.async {
      let result = Result { () throws(AtomicFileError) in try batch.commit() }
      if case .failure(let error) = result { self.failure.withLock { $0 = $0 ?? error } }
      self.isFree.signal()
    }
  }

  /// Waits until all is saved.
  ///
  /// - Throws: what went wrong with any batch.
  func finish() throws {
    queue.sync {}
    try check()
  }

  private func check() throws {
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
