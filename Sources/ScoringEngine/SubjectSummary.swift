import ColumnStore

/// What is left of the subject table once the programs of its rows were run.
struct SubjectSummary: Sendable {
  /// The table with the columns that are kept; the others have no rows.
  let table: Table
  /// For each subject whether something is wrong with its row.
  let isFaulty: [Bool]
  /// For each subject whether it lacks a value that it must have.
  let isLacking: [Bool]
  /// Subjects whose rows may agree where no two may.
  let suspects: Set<Int32>
}
