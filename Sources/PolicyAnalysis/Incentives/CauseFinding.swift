import ScoringEngine
import ScoringPlan

/// Finds the part of a policy because of which doing better in a column does not pay.
struct CauseFinding {
  /// A measure that depends on the column.
  private struct Part {
    let name: String
    let layout: MeasureLayout
    /// The places of raw value and score among the registers.
    let (raw, score): (Int, Int)
  }

  /// A gate that depends on the column.
  private struct Barrier {
    let name: String
    let (before, after): (Int, Int)
    let when: Int?
  }

  private let trials: CellTrials
  private let column: TriedColumn
  private var registers: [Register] = []
  private var measures: [Part] = []
  private var gates: [Barrier] = []
  /// The place of what is graded, and the grade's name.
  private var graded: (value: Int, name: String)?

  init(_ trials: CellTrials, _ column: TriedColumn, _ grading: Grading?) {
    (self.trials, self.column) = (trials, column)
    let plan = trials.plan
    let depends = { (register: Register) in
      trials.depends(register, on: column.register, of: column.table)
    }
    for dimension in plan.layout.dimensions {
      for measure in dimension.measures where depends(measure.score) {
        measures.append(
          Part(
            name: "\(dimension.name).\(measure.name)", layout: measure, raw: place(measure.raw),
            score: place(measure.score)))
      }
    }
    for gate in plan.layout.gates {
      let parts = [gate.after] + [gate.when].compactMap(\.self)
      guard parts.contains(where: depends) else { continue }
      gates.append(
        Barrier(
          name: gate.name, before: place(gate.before), after: place(gate.after),
          when: gate.when.map { place($0) }))
    }
    if let grading, depends(grading.by) { graded = (place(grading.by), grading.name) }
  }

  /// The place of a register among those that are asked for.
  private mutating func place(_ register: Register) -> Int {
    if let known = registers.firstIndex(of: register) { return known }
    registers.append(register)
    return registers.count - 1
  }

  /// Adds the causes to findings that have any.
  func complete(_ findings: inout [CellFinding], threads: Int) {
    let open = findings.indices.filter {
      [.waits, .capped, .turns, .costs, .none].contains(findings[$0].region)
        && findings[$0].next != nil
    }
    if open.isEmpty { return }
    let all = findings
    let causes = trials.map(
      open.count, threads: threads, column: column.register, of: column.table,
      registers: registers
    ) { range, runner in
      var results = runner.makeResults()
      runner.run(
        open[range].flatMap { place in
          let finding = all[place]
          return [
            CellTrial(row: finding.row, value: column.number(trials, row: finding.row)),
            CellTrial(row: finding.row, value: look(at: finding)),
          ]
        }, into: &results)
      return open[range].indices.map { place in
        let trial = 2 * (place - range.lowerBound)
        let isFlat = all[open[place]].region != .costs
        return isFlat ? barrier(results, trial, trial + 1) : loss(results, trial, trial + 1)
      }
    }
    for (place, cause) in zip(open, causes.joined()) { findings[place].explain(by: cause) }
  }

  /// What is tried beside the number as it is: for what pays nothing a number that pays nothing.
  private func look(at finding: CellFinding) -> Double {
    let next = finding.next ?? finding.own
    guard [.waits, .turns].contains(finding.region), let distance = finding.distance else {
      return column.grid.number(next)
    }
    // The last unit before anything changes.
    let isUp = next > finding.own
    return column.grid.number(isUp ? finding.own + distance - 1 : finding.own - distance + 1)
  }

  /// What keeps a change from being worth anything.
  private func barrier(_ results: CellTrialResults, _ now: Int, _ then: Int) -> IncentiveCause {
    let isChanged = { (register: Int) in results[register, now] != results[register, then] }
    guard measures.contains(where: { isChanged($0.score) }) else {
      for measure in measures where isChanged(measure.raw) {
        guard let raw = results[measure.raw, now] else { continue }
        let values = trials.scored.values
        if raw >= values[measure.layout.cap] {
          return IncentiveCause(kind: .cap, name: measure.name)
        }
        if raw <= values[measure.layout.floor] {
          return IncentiveCause(kind: .floor, name: measure.name)
        }
      }
      if let measure = measures.first(where: { results[$0.score, now] != nil }) {
        return IncentiveCause(kind: .formula, name: measure.name)
      }
      return gates.first.map { IncentiveCause(kind: .gate, name: $0.name) }
        ?? IncentiveCause(kind: .other, name: "")
    }
    if let gate = gates.first(where: { isChanged($0.before) && !isChanged($0.after) }) {
      return IncentiveCause(kind: .gate, name: gate.name)
    }
    if let graded, isChanged(graded.value) {
      return IncentiveCause(kind: .grade, name: graded.name)
    }
    return IncentiveCause(kind: .other, name: "")
  }

  /// What takes something away.
  private func loss(_ results: CellTrialResults, _ now: Int, _ then: Int) -> IncentiveCause {
    let closes = gates.first { gate in
      gate.when.map { results[$0, now] != 1 && results[$0, then] == 1 } ?? false
    }
    if let closes { return IncentiveCause(kind: .gate, name: closes.name) }
    let falls = measures.first { measure in
      guard let before = results[measure.score, now], let after = results[measure.score, then]
      else { return false }
      return after < before
    }
    if let falls { return IncentiveCause(kind: .formula, name: falls.name) }
    let gate = gates.first { gate in
      guard let before = results[gate.before, now], let after = results[gate.before, then],
        let ended = results[gate.after, now], let ends = results[gate.after, then]
      else { return false }
      return after - before > ends - ended
    }
    return gate.map { IncentiveCause(kind: .gate, name: $0.name) }
      ?? IncentiveCause(kind: .other, name: "")
  }
}

extension CellFinding {
  /// Takes a cause. Who is found at a cap or floor that begins and ends farther away than is looked sits there
  /// all the same.
  fileprivate mutating func explain(by cause: IncentiveCause) {
    if region == .none {
      switch cause.kind {
      case .cap: region = .capped
      case .floor: region = .waits
      case .formula, .gate, .grade, .other: return
      }
    }
    self.cause = cause
  }
}
