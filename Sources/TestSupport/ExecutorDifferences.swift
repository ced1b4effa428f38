import ScoringEngine
import ScoringPlan

/// Holds one run of the engine against the reference.
struct ExecutorDifferences {
  private let plan: Plan
  private let scored: ScoredPopulation
  /// Where they differ, a sentence each.
  private(set) var found: [String] = []

  init(_ plan: Plan, _ reference: ReferenceScoring, _ scored: ScoredPopulation) {
    (self.plan, self.scored) = (plan, scored)
    guard scored.population.subjectCount == reference.subjects.count else {
      found = ["\(scored.population.subjectCount) subjects, not \(reference.subjects.count)"]
      return
    }
    compareRejections(reference)
    compareCounts(reference)
    for (index, subject) in reference.subjects.enumerated() { compare(index, subject) }
    comparePayroll(reference)
  }

  // MARK: Rows

  private mutating func compareRejections(_ reference: ReferenceScoring) {
    let rows = scored.rejectedRows()
    for (index, table) in plan.tables.enumerated() {
      let lines = rows.filter { $0.table == table.name }.map(\.line).sorted()
      let expected = reference.rejectedRows[index].map(PlainTable.line(ofRow:)).sorted()
      if lines != expected {
        found.append("lines \(lines) of \(table.name) rejected, not \(expected)")
      }
    }
    for (index, subject) in reference.subjects.enumerated() {
      guard let rejection = subject.evaluation?.rejection else { continue }
      let line = PlainTable.line(ofRow: index)
      let row = rows.first { $0.table == plan.tables[0].name && $0.line == line }
      if row?.reason.contains(rejection.reason) != true {
        found.append(
          "line \(line) is rejected for \(row?.reason ?? "nothing"), not \(rejection.reason)")
      }
    }
  }

  private mutating func compareCounts(_ reference: ReferenceScoring) {
    for (table, counts) in scored.counts.enumerated() {
      let expected = reference.counts[table]
      let isEqual =
        (counts.scored, counts.rejected, counts.setAside, counts.ignored)
        == (expected.scored, expected.rejected, expected.setAside, expected.ignored)
      if !isEqual { found.append("\(counts), not \(expected)") }
    }
  }

  private mutating func comparePayroll(_ reference: ReferenceScoring) {
    let expected = plan.payroll.map { layout in
      reference.subjects.filter { !$0.isRejected }.reduce(into: ExactSum()) { sum, subject in
        if case .number(let amount)? = subject.evaluation?[layout.register] { sum.add(amount) }
      }.rounded()
    }
    if scored.payroll?.total.bitPattern != expected?.bitPattern {
      found.append("\(String(describing: scored.payroll)) is paid, not \(expected ?? .nan)")
    }
  }

  // MARK: Values

  /// Of rejected subjects only scores: what comes after them nobody sees.
  private mutating func compare(_ index: Int, _ subject: ReferenceScoring.Subject) {
    if scored.isRejected(index) != subject.isRejected {
      found.append("\(subject.key) is \(subject.isRejected ? "not " : "")rejected")
    }
    guard let evaluation = subject.evaluation else { return }
    for output in subject.isRejected ? plan.scores : plan.outputs {
      guard let column = scored.column(output.register) else {
        found.append("\(output.name) is not kept")
        continue
      }
      let expected = evaluation[output.register]
      if !agrees(column, index, expected) {
        let given =
          (expected.isText ? column.text(of: index) : column[index].map { "\($0)" })
          ?? "state \(column.state(of: index))"
        found.append("\(subject.key), \(output.name): \(given), not \(expected)")
      }
    }
  }

  private func agrees(_ column: ScoredColumn, _ index: Int, _ expected: Value) -> Bool {
    switch expected {
    case .number(let number): column[index]?.bitPattern == number.bitPattern
    case .truth(let truth): column[index] == (truth ? 1 : 0)
    case .text(let text): column.text(of: index)?.utf8.elementsEqual(text.utf8) == true
    case .missing: column.state(of: index) == ValueState.missing
    case .fault(let fault): column.state(of: index) == fault.kind.rawValue
    }
  }
}

extension Value {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
