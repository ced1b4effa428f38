import ColumnStore

/// Balances on a day beside averages over days of the same thing: where one is more than five times
/// the other, the columns may have been taken for each other, or one of them filled from another.
public struct LevelComparison: Sendable {
  /// How many times one may be the other.
  public static let most = 5.0

  private var far = CellExamples()

  /// A comparison of no rows.
  public init() {}

  /// How many rows are doubtful.
  public var count: Int { far.count }

  /// Takes the next row: the two numbers in one unit, repaired. Blank ones and zeros are passed over.
  public mutating func add(
    point: UnsafeBufferPointer<UInt8>, average: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    if Self.isFar(point: point, average: average) { far.add(point, line: line) }
  }

  /// Whether a balance on a day and an average are too far from each other.
  public static func isFar(
    point: UnsafeBufferPointer<UInt8>, average: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let point = PlainDecimal.number(point)?.magnitude, point > 0,
      let average = PlainDecimal.number(average)?.magnitude, average > 0
    else { return false }
    return point > average * most || average > point * most
  }

  /// Takes the rows of a comparison that come after these.
  public mutating func merge(_ next: LevelComparison) { far.merge(next.far) }

  /// What has to be decided; nil where no row is doubtful.
  public var question: ColumnQuestion? {
    guard far.count > 0 else { return nil }
    return ColumnQuestion(
      doubt: .levels,
      words: "the balance on a day is more than five times the average, or less than a fifth; "
        + "are the columns the right ones?",
      count: far.count, examples: far.first,
      choices: [
        ColumnQuestion.Choice(entry: "levels: as-written", words: "the rows stay as they are"),
        ColumnQuestion.Choice(entry: "levels: reject", words: "the rows are rejected"),
      ])
  }
}
