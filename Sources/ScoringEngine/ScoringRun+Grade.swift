import ScoringPlan

extension ScoringRun {
  /// Fills the bands of each group from the top.
  func run(_ grading: Grading) {
    let column = column(grading.result, of: 0)
    let excluded = excluded(by: grading.ineligible)
    if let excluded { giveEmptyText(excluded, column) }
    var order = order(by: grading.by, within: grading.within, excluding: excluded)
    order.sort()
    let ties = TieOrder(self, grading.ties)
    let filling = BandFilling(grading, constants.parameters, decimals: plan.decimals)
    let codes = grading.bands.map { Double(constants.texts.code(of: $0.grade)) }
    var groups: [Range<Int>] = []
    order.forEachGroup { groups.append($0) }
    for group in groups {
      let ends = filling.ends(of: group.map(order.key)).map { group.lowerBound + $0 }
      for end in ends.dropLast() { order.settle(end, in: group, ties) }
      var place = group.lowerBound
      for (end, code) in zip(ends, codes) {
        for next in place..<end {
          let subject = Int(order.subjects[next])
          column.values[subject] = code
          column.states[subject] = ValueState.present
        }
        place = end
      }
    }
  }

  private func giveEmptyText(_ excluded: [Bool], _ column: RegisterColumn) {
    let empty = Double(constants.texts.code(of: ""))
    for subject in excluded.indices where excluded[subject] && !isRejected[subject] {
      column.values[subject] = empty
      column.states[subject] = ValueState.present
    }
  }
}

extension RankOrder {
  /// Orders the equals among whom a band ends; elsewhere nothing depends on their order.
  fileprivate mutating func settle(_ end: Int, in group: Range<Int>, _ ties: TieOrder) {
    guard group.lowerBound < end, end < group.upperBound, key(at: end - 1) == key(at: end) else {
      return
    }
    let key = key(at: end)
    var run = end..<(end + 1)
    while run.lowerBound > group.lowerBound, self.key(at: run.lowerBound - 1) == key {
      run = (run.lowerBound - 1)..<run.upperBound
    }
    while run.upperBound < group.upperBound, self.key(at: run.upperBound) == key {
      run = run.lowerBound..<(run.upperBound + 1)
    }
    sort(places: run, by: ties.isBefore)
  }
}
