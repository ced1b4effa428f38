import ScoringPlan

/// Subjects compared by whole numbers within groups, largest first.
struct RankOrder {
  let keys: RankKeys
  /// nil when all are one group.
  let groups: SubjectGroups?
  let threads: Int

  /// Writes to a column the competition ranks (1, 2, 2, 4) of those who take part.
  ///
  /// By counting where keys are close together, else by sorting. O(subjects).
  func writeRanks(to column: RegisterColumn) {
    let counts = groups == nil ? KeyCounts(keys, threads: threads) : nil
    if counts == nil { forEachLoadedGroup { $0.writeRanks(to: column.values) } }
    RowRanges.forEach(of: keys.count, threads: threads) { subjects in
      for subject in subjects where keys[subject] != RankKeys.none {
        column.states[subject] = ValueState.present
        if let counts { column.values[subject] = Double(counts.rank(of: keys[subject])) }
      }
    }
  }

  /// Calls `body` with each group in order, several at the same time; what it is given is valid only
  /// within the call.
  func forEachGroup(_ body: (GroupOrder) -> Void) {
    forEachLoadedGroup { order in
      if order.count == 0 { return }
      order.sort()
      body(order)
    }
  }

  private func forEachLoadedGroup(_ body: (GroupOrder) -> Void) {
    guard let groups else {
      let order = GroupOrder()
      order.load((0..<keys.count).lazy.map { Int32($0) }, keys)
      body(order)
      return
    }
    groups.members.withUnsafeBufferPointer { members in
      groups.forEachPart(threads: threads) { part in
        let order = GroupOrder()
        for group in part {
          order.load(members[groups.starts[group]..<groups.starts[group + 1]], keys)
          body(order)
        }
      }
    }
  }
}
