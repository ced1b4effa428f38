import ScoringPlan

extension ScoringRun {
  /// Fills the bands of each group from the top.
  func run(_ grading: Grading) {
    let column = column(grading.result, of: 0)
    let excluded = excluded(by: grading.ineligible)
    if let excluded { giveEmptyText(excluded, column) }
    let order = order(by: grading.by, within: grading.within, excluding: excluded)
    let ties = TieOrder(self, grading.ties)
    let filling = BandFilling(grading, constants.parameters, decimals: plan.decimals)
    let codes = grading.bands.map { Double(constants.texts.code(of: $0.grade)) }
    order.forEachGroup { group in
      let ends = filling.ends(of: (0..<group.count).map(group.key))
      for end in ends.dropLast() { group.settle(end, ties) }
      var place = 0
      for (end, code) in zip(ends, codes) {
        for next in place..<end {
          column.values[group.subject(at: next)] = code
          column.states[group.subject(at: next)] = ValueState.present
        }
        place = end
      }
    }
  }

  private func giveEmptyText(_ excluded: [Bool], _ column: RegisterColumn) {
    let empty = Double(constants.texts.code(of: ""))
    for subject in excluded.indices where excluded[subject] {
      column.values[subject] = empty
      column.states[subject] = ValueState.present
    }
  }
}

extension GroupOrder {
  /// Orders the equals among whom a band ends; elsewhere nothing depends on their order.
  fileprivate func settle(_ end: Int, _ ties: TieOrder) {
    guard 0 < end, end < count, key(at: end - 1) == key(at: end) else { return }
    let key = key(at: end)
    var run = end..<(end + 1)
    while run.lowerBound > 0, self.key(at: run.lowerBound - 1) == key {
      run = (run.lowerBound - 1)..<run.upperBound
    }
    while run.upperBound < count, self.key(at: run.upperBound) == key {
      run = run.lowerBound..<(run.upperBound + 1)
    }
    sort(places: run, by: ties.isBefore)
  }
}
