import ColumnStore
import ScoringPlan

/// Runs row programs over batches of one table, on one thread.
///
/// Registers that outlive the batch are written to whole columns of the table; those that one program
/// hands to the next, or to whoever looks at the batch, to columns of the batch's length.
final class BatchPrograms {
  private let table: PlanTable
  private let parts: [(program: RowProgram, registers: BlockRegisters)]
  private let wholeColumns: [RegisterColumn?]
  private let blockSize: Int
  private var batchColumns: [RegisterColumn?]
  private var capacity = 0

  /// - Parameters:
  ///   - programs: the programs, in order.
  ///   - table: their table.
  ///   - wholeColumns: for each register of the table its whole column, if it has one.
  ///   - texts: brings the texts of batches into order.
  init(
    _ programs: [RowProgram], of table: PlanTable, wholeColumns: [RegisterColumn?],
    _ constants: PlanConstants, texts: any TextOrdering, blockSize: Int
  ) {
    parts = programs.map {
      ($0, BlockRegisters($0, capacity: blockSize, constants, texts: texts))
    }
    self.table = table
    self.wholeColumns = wholeColumns
    self.blockSize = blockSize
    batchColumns = [RegisterColumn?](repeating: nil, count: table.registerCount)
  }

  /// Runs the programs over a batch that begins at `firstRow` of its table.
  func run(over batch: RowBatch, firstRow: Int) {
    reserve(batch.rowCount)
    for (program, registers) in parts {
      for start in stride(from: 0, to: batch.rowCount, by: blockSize) {
        registers.count = min(blockSize, batch.rowCount - start)
        for (slot, register, isResult) in program.columns {
          bind(slot, register, registers, start, firstRow, isResult: isResult)
        }
        for step in program.steps {
          switch step {
          case .load(let register): registers.load(register, of: batch, from: start)
          case .run(let instruction): registers.run(instruction)
          }
        }
      }
    }
  }

  /// Where a register's values of the batch are: of a column of the file, or of one that is stored.
  func place(of register: Register, _ batch: RowBatch, firstRow: Int) -> RegisterPlace {
    if register == .key { return Self.place(codes: batch.keys, rowCount: batch.rowCount) }
    if register.index <= table.columns.count {
      let column = batch.columns[register.index - 1]
      return column.type == .text
        ? Self.place(codes: column.codes, rowCount: batch.rowCount)
        : RegisterPlace(column.values, column.states, of: column)
    }
    if let column = wholeColumns[register.index] { return RegisterPlace(column, from: firstRow) }
    guard let column = batchColumns[register.index] else {
      preconditionFailure("register \(register.index) is not stored")
    }
    return RegisterPlace(column)
  }

  /// Codes of texts as numbers; those below 0 are missing.
  private static func place(codes: UnsafePointer<Int32>, rowCount: Int) -> RegisterPlace {
    let column = RegisterColumn(count: rowCount)
    for row in 0..<rowCount {
      column.values[row] = Double(codes[row])
      if codes[row] < 0 { column.states[row] = ValueState.missing }
    }
    return RegisterPlace(column)
  }

  private func bind(
    _ slot: Int, _ register: Register, _ registers: BlockRegisters, _ start: Int,
    _ firstRow: Int, isResult: Bool
  ) {
    if let column = wholeColumns[register.index] {
      registers.bind(slot, to: column, at: firstRow + start, isResult: isResult)
    } else if let column = batchColumns[register.index] {
      registers.bind(slot, to: column, at: start, isResult: isResult)
    }
  }

  /// Makes room for a batch, in which all values are present until a program says otherwise.
  private func reserve(_ rowCount: Int) {
    let isLarger = rowCount > capacity
    if isLarger { capacity = max(rowCount, capacity * 2) }
    for (program, _) in parts {
      for (_, register, _) in program.columns where wholeColumns[register.index] == nil {
        if isLarger { batchColumns[register.index] = RegisterColumn(count: capacity) }
        batchColumns[register.index]?.states.update(
          repeating: ValueState.present, count: rowCount)
      }
    }
  }
}

extension BlockRegisters {
  /// Brings a block of the key or of a column of the file into its slot.
  fileprivate func load(_ register: Register, of batch: RowBatch, from start: Int) {
    let slot = self[register]
    if register == .key {
      loadCodes(batch.keys + start, slot)
      return
    }
    let column = batch.columns[register.index - 1]
    if column.type == .text {
      loadCodes(column.codes + start, slot)
      return
    }
    values[slot].update(from: column.values + start, count: count)
    isClean[slot] = !column.hasGaps || Self.isPresent(column.states + start, count)
    if !isClean[slot] { states[slot].update(from: column.states + start, count: count) }
  }
}
