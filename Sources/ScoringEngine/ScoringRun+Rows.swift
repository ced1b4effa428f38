import ColumnStore
import ScoringPlan

extension ScoringRun {
  /// Runs a row program over its table, block by block, a range of blocks on each thread.
  func run(_ program: RowProgram) {
    for (_, register, isResult) in program.columns where isResult {
      _ = makeColumn(register, of: program.table)
    }
    let table = population.tables[program.table]
    let bound = program.columns.compactMap { slot, register, isResult in
      columns[program.table][register.index].map { (slot, $0, isResult) }
    }
    RowRanges.forEach(of: table.rowCount, threads: options.threads) { range in
      let capacity = min(options.blockSize, range.count)
      let registers = BlockRegisters(program, capacity: capacity, constants)
      for start in stride(from: range.lowerBound, to: range.upperBound, by: capacity) {
        registers.count = min(capacity, range.upperBound - start)
        for (slot, column, isResult) in bound {
          registers.bind(slot, to: column, at: start, isResult: isResult)
        }
        for step in program.steps {
          switch step {
          case .load(let register): registers.load(register, of: table, from: start)
          case .run(let instruction): registers.run(instruction)
          }
        }
      }
    }
  }
}

extension BlockRegisters {
  /// Brings a block of the key or of a column of the file into its slot.
  func load(_ register: Register, of table: Table, from start: Int) {
    let slot = self[register]
    if register == .key {
      loadCodes(table.keys, slot, start)
      return
    }
    let column = table.columns[register.index - 1]
    if column.type == .text {
      loadCodes(column.codes, slot, start)
      return
    }
    column.values.withUnsafeBufferPointer { all in
      values[slot].update(from: all.baseAddress! + start, count: count)
    }
    column.states.withUnsafeBufferPointer { all in
      let source = all.baseAddress! + start
      isClean[slot] = Self.isPresent(source, count)
      if !isClean[slot] { states[slot].update(from: source, count: count) }
    }
  }

  private func loadCodes(_ codes: [Int32], _ slot: Int, _ start: Int) {
    codes.withUnsafeBufferPointer { codes in
      if let base = codes.baseAddress { loadCodes(base + start, slot) }
    }
  }

  /// Brings codes into a slot; those below 0 are missing.
  func loadCodes(_ codes: UnsafePointer<Int32>, _ slot: Int) {
    let output = values[slot]
    var any: Int32 = 0
    for row in 0..<count {
      output[row] = Double(codes[row])
      any |= codes[row]
    }
    isClean[slot] = any >= 0
    if isClean[slot] { return }
    for row in 0..<count {
      states[slot][row] = codes[row] < 0 ? ValueState.missing : ValueState.present
    }
  }
}
