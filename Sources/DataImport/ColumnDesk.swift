/// Repairs the cells of one column, and remembers what became of texts that come again and again.
final class ColumnDesk {
  private let repairer: CellRepairer
  private let remembers: Bool
  private var known: [UInt64: CellOutcome] = [:]

  /// Words, days and periods repeat; more of them than these are rare.
  private static let mostKnown = 4096

  init(_ repairer: CellRepairer) {
    self.repairer = repairer
    remembers = repairer.form.kind != .number
  }

  /// What becomes of a cell.
  func repair(_ cell: UnsafeBufferPointer<UInt8>) -> CellOutcome {
    if repairer.quickLook.isClean(cell) { return .unchanged }
    guard remembers else { return repairer.repairThoroughly(cell) }
    let hash = Fingerprint.of(cell)
    if let outcome = known[hash] { return outcome }
    let outcome = repairer.repairThoroughly(cell)
    if known.count < Self.mostKnown { known[hash] = outcome }
    return outcome
  }
}
