/// One column of a batch of rows: its memory is used again for the next batch.
public final class BatchColumn {
  /// What the cells hold.
  public let type: ColumnType
  /// The numbers of all columns but those of text; 0 where missing.
  public private(set) var values: UnsafeMutablePointer<Double>
  /// The codes of a text column in the batch's pool, -1 where missing.
  public private(set) var codes: UnsafeMutablePointer<Int32>
  /// `Column.present` or `Column.missing` for each row.
  public private(set) var states: UnsafeMutablePointer<UInt8>
  /// Whether any row may be missing.
  public var hasGaps: Bool { !gaps.isEmpty }

  private var capacity = 0
  /// The rows whose state is or was missing.
  private var gaps: [Int] = []

  init(_ type: ColumnType) {
    self.type = type
    values = .allocate(capacity: 0)
    codes = .allocate(capacity: 0)
    states = .allocate(capacity: 0)
  }

  deinit {
    values.deallocate()
    codes.deallocate()
    states.deallocate()
  }

  /// Sets a cell.
  func set(_ reading: CellReader.Reading, at row: Int) {
    switch reading {
    case .value(let value): values[row] = value
    case .code(let code): codes[row] = code
    case .missing, .fault: setMissing(row)
    }
  }

  /// Makes a cell missing.
  func setMissing(_ row: Int) {
    states[row] = Column.missing
    gaps.append(row)
    if type == .text { codes[row] = -1 } else { values[row] = 0 }
  }

  /// Makes a cell present, whatever it was before.
  func clear(_ row: Int) { states[row] = Column.present }

  /// Makes all cells present again.
  func reset() {
    for row in gaps { states[row] = Column.present }
    gaps.removeAll(keepingCapacity: true)
  }

  /// Makes room for that many rows; what was there stays.
  func grow(to capacity: Int) {
    if type == .text {
      codes = codes.grown(from: self.capacity, to: capacity, filling: -1)
    } else {
      values = values.grown(from: self.capacity, to: capacity, filling: 0)
    }
    states = states.grown(from: self.capacity, to: capacity, filling: Column.present)
    self.capacity = capacity
  }
}
