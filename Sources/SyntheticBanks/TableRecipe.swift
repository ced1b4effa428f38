import ScorecardPolicy

/// How the rows of one table are made.
struct TableRecipe: Sendable {
  /// The table's name; its file is that with `.csv`.
  let name: String
  /// The key and the columns as the policy declares them.
  let key: ColumnDeclaration
  let declarations: [ColumnDeclaration]
  /// The columns in the order declared; the key stands before them.
  var columns: [ColumnRecipe]
  /// The digits of a key; 0 for 6 to 8 by the branch.
  let keyDigits: Int
  /// Thresholds of 2^64 with their numbers of rows; the subject table has one row.
  var rowCounts: [(threshold: UInt64, count: Int)]
  /// The columns that tell a subject's rows apart by choosing another combination for each: the first
  /// is drawn, the others run through.
  var distinct: [Int]
  /// The most bytes of one row.
  var rowBytes: Int

  /// The greatest number of rows that one subject can have.
  var mostRows: Int { rowCounts.map(\.count).max() ?? 1 }
}
