import Testing

@testable import DataImport

@Suite struct TotalsLedgerTests {
  private static func decimal(_ number: Int) -> ExactDecimal? {
    Array("\(number)".utf8).withUnsafeBufferPointer { ExactDecimal($0) }
  }

  /// Takes so many rows of one, and then totals.
  private static func take(
    _ rows: Int, totals: [Int], line: Int, _ ledger: inout TotalsLedger
  ) throws {
    var piece = TotalsPiece(width: 1)
    let one = try #require(decimal(1))
    for _ in 0..<rows { piece.add { _ in one } }
    for (index, total) in totals.enumerated() {
      piece.add(total: [(try #require(decimal(total)), 0)], line: line + index)
    }
    ledger.take(piece)
  }

  @Test("A total is that of any run of rows above it, near or far, and of no other")
  func runs() throws {
    var ledger = TotalsLedger(width: 1)
    try Self.take(10_000, totals: [10_000], line: 1, &ledger)
    // Of rows before the last total too: near ones, nearly all, all, one more than all.
    try Self.take(10_000, totals: [10_005, 19_999, 20_000, 20_001], line: 2, &ledger)
    #expect(ledger.disagreements.map(\.line) == [5])
    try Self.take(10_000, totals: [29_998, 30_001, 0], line: 6, &ledger)
    #expect(ledger.disagreements.map(\.line) == [5, 7, 8])
    #expect(ledger.disagreements.map { "\($0.columns[0].sum)" } == ["20000", "30000", "30000"])
  }
}
