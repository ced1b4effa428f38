/// Cuts comma-separated text that arrives in pieces into rows, as databases write and read it: a blank
/// cell is no value, and an empty text stands in quotes.
struct CopiedRows {
  /// One row: its cells' bytes one after the other, with the quotes gone.
  struct Row {
    fileprivate var bytes: [UInt8] = []
    /// Where each cell ends among the bytes, and whether it stood in quotes.
    fileprivate var ends: [(end: Int, isQuoted: Bool)] = []

    /// How many cells it has.
    var count: Int { ends.count }

    /// Calls `body` with a cell's bytes, nil for no value.
    func withCell<Result>(
      _ index: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
    ) rethrows -> Result {
      let start = index == 0 ? 0 : ends[index - 1].end
      let (end, isQuoted) = ends[index]
      if start == end, !isQuoted { return try body(nil) }
      return try bytes.withUnsafeBufferPointer {
        try body(UnsafeBufferPointer(rebasing: $0[start..<end]))
      }
    }

    /// A cell's text, nil for no value.
    func text(_ index: Int) -> String? {
      withCell(index) { $0.map { String(decoding: $0, as: UTF8.self) } }
    }
  }

  private enum State {
    case fieldBegins, plain, quoted, quoteInQuotes
  }

  private var row = Row()
  private var state = State.fieldBegins
  private var isQuoted = false

  /// Takes a piece of any size, and calls `body` with each row that it completes.
  mutating func take(_ piece: UnsafeRawBufferPointer, _ body: (Row) throws -> Void) rethrows {
    for byte in piece {
      if state == .quoted {
        if byte == UInt8(ascii: "\"") { state = .quoteInQuotes } else { row.bytes.append(byte) }
        continue
      }
      switch byte {
      case UInt8(ascii: ","): endField()
      case UInt8(ascii: "\n"):
        endField()
        try endRow(body)
      case UInt8(ascii: "\""):
        takeQuote()
      default:
        state = .plain
        row.bytes.append(byte)
      }
    }
  }

  /// Ends a last row that no line's end follows.
  mutating func finish(_ body: (Row) throws -> Void) rethrows {
    guard !row.ends.isEmpty || !row.bytes.isEmpty || state != .fieldBegins else { return }
    endField()
    try endRow(body)
  }

  private mutating func takeQuote() {
    switch state {
    case .fieldBegins: (state, isQuoted) = (.quoted, true)
    case .plain: row.bytes.append(UInt8(ascii: "\""))
    case .quoted, .quoteInQuotes:
      row.bytes.append(UInt8(ascii: "\""))
      state = .quoted
    }
  }

  private mutating func endField() {
    row.ends.append((row.bytes.count, isQuoted))
    (state, isQuoted) = (.fieldBegins, false)
  }

  private mutating func endRow(_ body: (Row) throws -> Void) rethrows {
    defer {
      row.bytes.removeAll(keepingCapacity: true)
      row.ends.removeAll(keepingCapacity: true)
    }
    try body(row)
  }
}
