import ScoringPlan

extension Plan {
  /// The registers of the subject table that a file of results is made of: the texts of the table, and
  /// what stands after them.
  public func resultRegisters(withMeasures: Bool) -> [Register] {
    let columns = tables[0].columns
    let texts = columns.indices.filter { columns[$0].type == .text }.map { Register($0 + 1) }
    return texts + outputs(writesMeasures: withMeasures).map(\.register)
  }

  /// The registers of the subject table that are the same for all subjects.
  public var constantRegisters: [Register] { constants(before: stages.count).map(\.result) }

  /// The registers of the subject table that some stages read, as far as it matters for registers that
  /// are kept and for requirements, or that are kept, without being written by the stages; those that
  /// are the same for all subjects left out.
  public func registers(neededBy range: Range<Int>, keeping kept: [Register]) -> [Register] {
    let stages = [.subjectRows(constants(before: range.lowerBound))] + stages[range]
    let liveness = RegisterLiveness(self, stages: stages, outputs: kept)
    let written = Set(stages.flatMap(\.subjectResults))
    return liveness.isNeeded[0].indices.map { Register($0) }
      .filter { liveness.isNeeded[0][$0.index] && !written.contains($0) }
  }

  /// The instructions of the subject table that are the same for all subjects, of the stages before one.
  func constants(before stage: Int) -> [Instruction] {
    stages[..<stage].flatMap { stage -> [Instruction] in
      guard case .subjectRows(let program) = stage else { return [] }
      return program.filter(\.operation.isConstant)
    }
  }
}
