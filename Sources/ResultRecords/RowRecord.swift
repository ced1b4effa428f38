import ScoringEngine

/// What became of a table's rows.
struct RowRecord: Hashable, Sendable, CustomStringConvertible {
  /// The rows in its files.
  let rowsIn: Int
  /// Subjects scored, or detail rows that went into the score of one.
  let scored: Int
  /// Rows rejected for a fault.
  let rejected: Int
  /// Good detail rows of subjects that were rejected.
  let setAside: Int
  /// Detail rows of unknown keys that were passed over.
  let ignored: Int

  /// All five counts with their names.
  var description: String {
    "\(rowsIn) in, \(scored) scored, \(rejected) rejected, \(setAside) set aside, \(ignored) ignored"
  }

  init(_ counts: RowCounts) {
    rowsIn = counts.rowsIn
    scored = counts.scored
    rejected = counts.rejected
    setAside = counts.setAside
    ignored = counts.ignored
  }
}

extension RowRecord {
  /// Reads `in`, `scored`, `rejected`, `setAside`, `ignored`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    rowsIn = try value.value("in").count
    scored = try value.value("scored").count
    rejected = try value.value("rejected").count
    setAside = try value.value("setAside").count
    ignored = try value.value("ignored").count
  }
}

extension RowRecord: Encodable {
  enum CodingKeys: String, CodingKey {
    case rowsIn = "in"
    case scored, rejected, setAside, ignored
  }
}
