/// What the condition of SUMIF and its like is about.
struct DetailCondition {
  /// The detail table whose rows it sees.
  let table: String
  /// The function that it belongs to, such as `SUMIF`.
  let function: String
  /// The names of the subject's row, which it does not see.
  let subject: FormulaScope
}
