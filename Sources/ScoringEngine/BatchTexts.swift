import ColumnStore

/// The texts of one batch after another, which one thread reads.
final class BatchTexts: TextOrdering, @unchecked Sendable {
  private var texts = TextPool()

  /// Takes the texts of a batch, for as long as it is worked on.
  func begin(_ batch: RowBatch) { texts = batch.texts }

  /// Gives them back, so that the batch can change them without copying.
  func end() { texts = TextPool() }

  func isOrderedBefore(_ first: Int32, _ second: Int32) -> Bool {
    texts.isOrderedBefore(first, second)
  }
}
