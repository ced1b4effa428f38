import ScoringPlan

/// The order of subjects whose published values are equal: by the ties of a grade, then by the bytes
/// of the key.
struct TieOrder {
  private let ties: [(tie: Grading.Tie, column: RegisterColumn)]
  private let keys: [Int32]
  private let texts: TextCodes

  init(_ run: ScoringRun, _ ties: [Grading.Tie]) {
    self.ties = ties.map { ($0, run.column($0.register, of: 0)) }
    keys = run.population.tables[0].keys
    texts = run.constants.texts
  }

  /// The order among subjects that are scored.
  init(_ scored: ScoredPopulation, _ ties: [Grading.Tie]) {
    let table = scored.population.tables[0]
    self.ties = ties.map {
      ($0, scored.column($0.register, of: 0) ?? RegisterColumn($0.register, of: table))
    }
    keys = table.keys
    texts = scored.texts
  }

  /// Whether one subject comes before another; neither is rejected.
  func isBefore(_ one: Int, _ other: Int) -> Bool {
    for (tie, column) in ties {
      if let isBefore = decide(tie, column, one, other) { return isBefore }
    }
    return texts.isOrderedBefore(keys[one], keys[other])
  }

  /// Whether one subject comes before another if the latter's ties had other values, given in the order of
  /// the ties with their states.
  func isBefore(_ one: Int, _ other: Int, withTies changed: [(value: Double, state: UInt8)]) -> Bool
  {
    for ((tie, column), changed) in zip(ties, changed) {
      let own = (column.values[one], column.states[one])
      if let isBefore = decide(tie, own, changed) { return isBefore }
    }
    return texts.isOrderedBefore(keys[one], keys[other])
  }

  /// The tie that tells two subjects apart; nil when only the key does.
  func deciding(_ one: Int, _ other: Int) -> Grading.Tie? {
    ties.first { decide($0.tie, $0.column, one, other) != nil }?.tie
  }

  /// What one tie decides; nil when it does not. Who has no value comes last.
  private func decide(
    _ tie: Grading.Tie, _ column: RegisterColumn, _ one: Int, _ other: Int
  ) -> Bool? {
    decide(
      tie, (column.values[one], column.states[one]), (column.values[other], column.states[other]))
  }

  private func decide(
    _ tie: Grading.Tie, _ one: (value: Double, state: UInt8),
    _ other: (value: Double, state: UInt8)
  ) -> Bool? {
    let isThere = one.state == ValueState.present
    let isOtherThere = other.state == ValueState.present
    guard isThere, isOtherThere else { return isThere == isOtherThere ? nil : isThere }
    if one.value == other.value { return nil }
    let isSmaller =
      tie.isText
      ? texts.isOrderedBefore(Int32(one.value), Int32(other.value)) : one.value < other.value
    return isSmaller != tie.isDescending
  }
}

extension ScoredPopulation {
  /// Some subjects in the order in which a grade puts those whose published values are equal: by its ties,
  /// then by the bytes of the key. O(n log n).
  public func ordered(_ subjects: [Int], byTiesOf grading: Grading) -> [Int] {
    let order = TieOrder(self, grading.ties)
    return subjects.sorted(by: order.isBefore)
  }
}
