import ResultRecords

/// The JSON of a decision on one cell.
struct CorrectionDocument: Encodable {
  let table: String
  let key: String
  let file: String
  let line: Int
  let column: String
  let old: String
  let new: String
  let granted: Bool
  let reason: String
  let decidedBy: String
  let date: String

  init(_ correction: Correction) {
    (table, key) = (correction.table, correction.key)
    (file, line, column) = (correction.file, correction.line, correction.column)
    (old, new, granted) = (correction.old, correction.new, correction.isGranted)
    (reason, decidedBy) = (correction.reason, correction.decidedBy)
    date = "\(correction.date)"
  }
}
