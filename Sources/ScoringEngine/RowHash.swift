import ColumnStore
import ScoringPlan

/// A number for each row of a batch that tells its values in some columns from others'.
struct RowHash: Sendable {
  /// The columns, by their place in the table.
  let columns: [Int]
  private let usesKey: Bool

  /// The number of the columns that together must be unique.
  init(_ table: PlanTable) {
    columns = table.columns.indices.filter { table.uniqueBy.contains(table.columns[$0].name) }
    usesKey = table.uniqueBy.contains(table.keyName)
  }

  /// The numbers of all rows of a batch; blanks agree with blanks.
  func hashes(of batch: RowBatch) -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: batch.rowCount)
    for column in columns.map({ batch.columns[$0] }) {
      let isText = column.type == .text
      let texts = isText ? batch.texts.hashes : []
      for row in hashes.indices {
        var bits: UInt64 = 0x5851_F42D_4C95_7F2D
        if column.states[row] == Column.present {
          bits = isText ? texts[Int(column.codes[row])] : column.values[row].bitPattern
        }
        hashes[row] = Self.mixed(hashes[row] &+ 1, bits)
      }
    }
    return hashes
  }

  /// Whether a fault leaves it open what stands in one of the columns.
  func isUncertain(_ fault: BatchFault) -> Bool {
    guard let column = fault.column else {
      return fault.isOfKey ? usesKey : !columns.isEmpty
    }
    return columns.contains(column)
  }

  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = (one ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: other ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
