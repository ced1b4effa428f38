import ScoringPlan

extension Plan {
  /// For each register of a table whether it holds texts, as codes.
  public func textRegisters(of table: Int) -> [Bool] {
    var isText = [Bool](repeating: false, count: tables[table].registerCount)
    isText[Register.key.index] = true
    for (index, column) in tables[table].columns.enumerated() {
      isText[index + 1] = column.type == .text
    }
    for stage in stages {
      switch stage {
      case .detailRows(table, let program): mark(program)
      case .subjectRows(let program) where table == 0: mark(program)
      case .aggregate(let aggregates) where table == 0:
        for aggregate in aggregates where [.first, .last].contains(aggregate.function) {
          isText[aggregate.result.index] =
            textRegisters(of: aggregate.table)[aggregate.source.index]
        }
      case .grade(let gradings) where table == 0:
        for grading in gradings { isText[grading.result.index] = true }
      default: break
      }
    }
    return isText

    func mark(_ program: [Instruction]) {
      for instruction in program {
        isText[instruction.result.index] = holdsText(instruction.operation)
      }
    }

    func holdsText(_ operation: Operation) -> Bool {
      switch operation {
      case .text: true
      case .select(_, let then, let otherwise): isText[then.index] || isText[otherwise.index]
      case .onlyIf(_, let value): isText[value.index]
      case .ifMissing(let value, let substitute):
        isText[value.index] || isText[substitute.index]
      default: false
      }
    }
  }
}
