import PolicyAnalysis

/// The CSV of `analyze design`: a row for each number that each policy found changes.
enum DesignTable {
  static func bytes(_ report: DesignReport) -> [UInt8] {
    let header = ["way", "kind", "path", "row", "column", "before", "after"]
    guard case .found(let candidates) = report.answer.outcome else {
      return DelimitedRecords.bytes([header])
    }
    return DelimitedRecords.bytes(
      [header]
        + candidates.enumerated().flatMap { index, candidate in
          candidate.changes.map { change in
            [
              "\(index + 1)", change.kind.rawValue, change.path, change.row ?? "",
              change.column ?? "", change.before ?? "", change.after,
            ]
          }
        })
  }
}
