/// What the rows of a piece of a file add up to, and the rows of totals between them.
struct TotalsPiece {
  /// Rows without a total between them.
  struct Segment {
    var sums: [ExactDecimal]
    /// Whether a row has no readable number in the column.
    var isUnknown: [Bool]

    init(width: Int) {
      sums = Array(repeating: .zero, count: width)
      isUnknown = Array(repeating: false, count: width)
    }

    mutating func add(_ other: Segment) {
      for column in sums.indices {
        sums[column] += other.sums[column]
        isUnknown[column] = isUnknown[column] || other.isUnknown[column]
      }
    }
  }

  /// A row of totals.
  struct Total {
    let line: Int
    /// How many rows of the piece stand before it.
    let rowsBefore: Int
    /// Each sum with its decimals; nil where the cell is blank or no number.
    let sums: [(value: ExactDecimal, decimals: Int)?]
  }

  let width: Int
  /// One more than there are totals.
  private(set) var segments: [Segment]
  private(set) var totals: [Total] = []
  /// Of each row a hash that adds up as the numbers do; nil where a number is unknown.
  private(set) var rows: [UInt64?] = []

  /// No rows, of so many columns that are summed.
  init(width: Int) {
    self.width = width
    segments = [Segment(width: width)]
  }

  /// Adds a row, given its numbers by column; nil for one that cannot be read.
  mutating func add(_ numbers: (Int) -> ExactDecimal?) {
    let last = segments.count - 1
    var hash: UInt64? = 0
    for column in 0..<width {
      if let number = numbers(column) {
        segments[last].sums[column] += number
        hash = hash.map { $0 &+ number.linearHash &* Self.multiplier(column) }
      } else {
        segments[last].isUnknown[column] = true
        hash = nil
      }
    }
    rows.append(hash)
  }

  /// Adds a row of totals.
  mutating func add(total sums: [(value: ExactDecimal, decimals: Int)?], line: Int) {
    totals.append(Total(line: line, rowsBefore: rows.count, sums: sums))
    segments.append(Segment(width: width))
  }

  /// An odd number for each column, so that numbers of several columns cannot be taken for each other.
  static func multiplier(_ column: Int) -> UInt64 {
    (0x9E37_79B9_7F4A_7C15 &* UInt64(2 * column + 1)) | 1
  }
}
