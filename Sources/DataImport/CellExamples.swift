/// How often something was met in a column, and where first.
struct CellExamples: Sendable {
  static let most = 3
  private(set) var count = 0
  private(set) var first: [ColumnQuestion.Example] = []

  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, line: Int) {
    count += 1
    guard first.count < Self.most else { return }
    // A runaway quote can make a cell of any length.
    let text = String(decoding: cell.prefix(80), as: UTF8.self)
    first.append(ColumnQuestion.Example(line: line, text: text))
  }

  mutating func merge(_ next: Self) {
    count += next.count
    first += next.first.prefix(Self.most - first.count)
  }
}
