import ScoringPlan

/// The command lines of the filters that Spark's workers run.
struct FilterCommands {
  /// The program, where every worker finds it.
  let program: String
  /// The policy file, where every worker finds it.
  let policy: String
  /// What stands in the column `period`; nil for no such column.
  let period: String?
  /// Whether the scores of measures are written too.
  let measures: Bool

  /// Cuts lines of a table's files.
  func rows(table: String, header: String) -> String {
    SparkText.command([program, "stream", "rows", policy, "--table=\(table)", "--header=\(header)"])
  }

  /// Brings the rows of each subject together.
  func subjects(headers: [(table: String, header: String)]) -> String {
    SparkText.command(
      [program, "stream", "subjects", policy] + options
        + headers.map { "--header=\($0.table)=\($0.header)" })
  }

  /// Goes on with subjects that were looked at together.
  func segment(_ number: Int) -> String {
    SparkText.command(
      [program, "stream", "segment", policy, "--number", String(number)] + options)
  }

  private var options: [String] {
    (measures ? ["--measures"] : []) + (period.map { ["--period", $0] } ?? [])
  }
}
