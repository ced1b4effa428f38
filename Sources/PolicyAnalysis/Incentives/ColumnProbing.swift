import ScoringEngine

/// Finds out about the cells of one column, many at a time: what is tried of all is run together, then the
/// edges are searched by halves, together again.
struct ColumnProbing {
  /// How many cells are looked at together.
  private static let cellsAtOnce = 512
  /// A jump is called one when a unit changes more than ten times what the units about it do.
  private static let steepness = 10.0

  let trials: CellTrials
  let column: TriedColumn
  let layout: ResponseLayout
  let direction: IncentiveDirection?
  /// The least change of the outcome, in published units, that is called a cliff.
  let cliff: Double
  /// How many published units are one of the outcome's.
  let scale: Double

  /// The findings of some rows, in their order.
  func findings(_ rows: ArraySlice<Int>, _ runner: CellTrialRunner) -> [CellFinding] {
    var findings: [CellFinding] = []
    var results = runner.makeResults()
    var start = rows.startIndex
    while start < rows.endIndex {
      let end = min(start + Self.cellsAtOnce, rows.endIndex)
      findings += look(at: rows[start..<end], runner, &results)
      start = end
    }
    return findings
  }

  private func look(
    at rows: ArraySlice<Int>, _ runner: CellTrialRunner, _ results: inout CellTrialResults
  ) -> [CellFinding] {
    var cells: [CellTrial] = []
    var probes: [[Int64]] = []
    var owns: [Int64] = []
    for row in rows {
      let number = column.number(trials, row: row)
      let own = column.grid.units(number)
      owns.append(own)
      probes.append(column.probes(from: own))
      cells.append(CellTrial(row: row, value: number))
      for units in probes[probes.count - 1] {
        cells.append(CellTrial(row: row, value: column.grid.number(units)))
      }
    }
    runner.run(cells, into: &results)
    var searches: [EdgeSearch] = []
    var bases: [IncentiveResponse] = []
    var findings: [CellFinding] = []
    var trial = 0
    for (cell, row) in rows.enumerated() {
      guard let base = layout.response(results, trial) else {
        preconditionFailure("who is published is so with the data as they are")
      }
      let looks = probes[cell].enumerated().map { place, units in
        CellLook(units: units, response: layout.response(results, trial + 1 + place))
      }
      trial += 1 + looks.count
      var finding = CellFinding(
        row: row, subject: trials.subject(ofRow: row, in: column.table) ?? row, own: owns[cell],
        region: .none, band: base.band)
      let view = CellView(
        cell: cell, own: owns[cell], base: base, looks: looks, direction: direction,
        step: column.grid.step, cliff: cliff)
      searches += view.judge(&finding)
      bases.append(base)
      findings.append(finding)
    }
    run(&searches, rows, bases, runner, &results)
    for search in searches { note(search, in: &findings[search.cell]) }
    return findings
  }

  /// Halves all searches until each is down to one unit.
  private func run(
    _ searches: inout [EdgeSearch], _ rows: ArraySlice<Int>, _ bases: [IncentiveResponse],
    _ runner: CellTrialRunner, _ results: inout CellTrialResults
  ) {
    while true {
      let open = searches.indices.filter { !searches[$0].isDone }
      if open.isEmpty { return }
      runner.run(
        open.map { place in
          CellTrial(
            row: rows[rows.startIndex + searches[place].cell],
            value: column.grid.number(searches[place].middle))
        }, into: &results)
      for (trial, place) in open.enumerated() {
        searches[place].narrow(
          layout.response(results, trial), own: bases[searches[place].cell])
      }
    }
  }

  private func note(_ search: EdgeSearch, in finding: inout CellFinding) {
    switch search.goal {
    case .change: finding.distance = abs(search.far - finding.own)
    case .start: finding.distance = abs(search.near - finding.own)
    case .grade:
      // Of two ways the nearer; of equal ones that which was looked for first.
      if let step = finding.step, abs(step.to - finding.own) <= abs(search.far - finding.own) {
        return
      }
      finding.step = (search.far, search.farResponse.band)
    case .jump(let isAhead, let total, let units):
      if let jump = jump(search, isAhead: isAhead, total: total, units: units) {
        finding.jumps.append(jump)
      }
    }
  }

  /// What a search for the steepest unit has found; nil where it is no steeper than its surroundings.
  private func jump(
    _ search: EdgeSearch, isAhead: Bool, total: Double, units: Int64
  ) -> CellFinding.Jump? {
    let isDown = direction == .down
    let (from, to) =
      isDown
      ? (search.farResponse, search.nearResponse) : (search.nearResponse, search.farResponse)
    let gain = to.gain(over: from)
    let changesEligibility = from.eligible != to.eligible
    let others = max(0, total - abs(gain)) / Double(max(1, units - 1))
    let isSteep = abs(gain) >= cliff && abs(gain) > Self.steepness * others
    guard isSteep || changesEligibility else { return nil }
    return CellFinding.Jump(
      threshold: isDown ? search.near : search.far, isAhead: isAhead, gain: gain / scale,
      changesEligibility: changesEligibility)
  }
}
