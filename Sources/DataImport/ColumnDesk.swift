import ColumnStore

/// Repairs the cells of one column, and remembers what became of texts that come again and again.
final class ColumnDesk {
  private let repairer: CellRepairer
  private let remembers: Bool
  private let shift: PointShift?
  private var known: [UInt64: CellOutcome] = [:]

  /// Words, days and periods repeat; more of them than these are rare.
  private static let mostKnown = 4096

  init(_ repairer: CellRepairer) {
    self.repairer = repairer
    shift = repairer.pointShift == 0 ? nil : PointShift(places: repairer.pointShift)
    remembers = repairer.form.kind != .number
  }

  /// What becomes of a cell.
  func repair(_ cell: UnsafeBufferPointer<UInt8>) -> CellOutcome {
    if repairer.quickLook.isClean(cell) { return .unchanged }
    guard remembers else { return moved(cell) ?? repairer.repairThoroughly(cell) }
    let hash = Fingerprint.of(cell)
    if let outcome = known[hash] { return outcome }
    let outcome = repairer.repairThoroughly(cell)
    if known.count < Self.mostKnown { known[hash] = outcome }
    return outcome
  }

  /// A plain number of a column in another unit, unless it is of another size than the column's others.
  private func moved(_ cell: UnsafeBufferPointer<UInt8>) -> CellOutcome? {
    guard var text = shift?.moved(cell) else { return nil }
    if let scale = repairer.habit.scale {
      guard let value = text.withUTF8({ PlainDecimal.number($0) }),
        scale.pointShift(value, repairer.form, isPercent: false) == nil
      else { return nil }
    }
    return .fixed(text, Self.unitOfColumn)
  }

  private static let unitOfColumn = [RepairRule.unitOfColumn]
}
