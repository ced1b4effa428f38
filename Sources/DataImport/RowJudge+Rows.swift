// What a judged row means for other rows.
extension RowJudge {
  /// The hash of the subject whose row it is; nil when there is none or it cannot be told.
  var subjectHash: UInt64? {
    guard let column = plan.subject, hasCells, !values[column].isEmpty,
      !unreadable.contains(column)
    else { return nil }
    return Fingerprint.of(values[column])
  }

  /// Whether a join that rejects such rows finds no partner.
  func isUnmatched(_ lookups: [LookupTable]) -> Bool {
    plan.rows.contains { rows in
      rows.joins.contains { join in
        join.rejectsUnmatched
          && lookups[join.lookup].row(Fingerprint.of(values[join.on])) == nil
      }
    }
  }

  /// For each join that finds no partner the column and what is wrong.
  func unmatchedWords(
    _ lookups: [LookupTable], _ plans: [SourcePlan.Lookup]
  ) -> [(column: Int, words: String)] {
    plan.rows.flatMap(\.joins).filter {
      $0.rejectsUnmatched && lookups[$0.lookup].row(Fingerprint.of(values[$0.on])) == nil
    }.map { join in
      let text = String(decoding: values[join.on], as: UTF8.self)
      return (join.on, "\(plans[join.lookup].join.source) has no row for \"\(text)\"")
    }
  }
}
