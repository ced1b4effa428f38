import ColumnStore
import Synchronization

/// The texts of a population while several threads add to them.
final class SharedTexts: TextOrdering {
  private let pool: Mutex<TextPool>

  init(_ pool: consuming TextPool) { self.pool = Mutex(pool) }

  /// The codes of all texts of a batch, which are added when new.
  func codes(of texts: TextPool, hashes: [UInt64]) -> [Int32] {
    pool.withLock { $0.codes(of: texts, hashes: hashes) }
  }

  func isOrderedBefore(_ first: Int32, _ second: Int32) -> Bool {
    pool.withLock { $0.isOrderedBefore(first, second) }
  }

  /// All texts, which nobody adds to any more.
  func take() -> TextPool {
    pool.withLock { pool in
      defer { pool = TextPool() }
      return pool
    }
  }
}
