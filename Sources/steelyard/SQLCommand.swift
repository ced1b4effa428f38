import ArgumentParser
import ColumnStore
import Diagnostics
import PlanSQL
import ScoringPlan

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Prints a policy as SQL for a database.",
    discussion: """
      The SQL gives the same scores to the last bit; a policy with something that SQL cannot do \
      so is refused, with every place in it. Tables and columns have the policy's names.

      Example:
        steelyard sql policy.yaml --dialect postgresql --output scores.sql
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @Option(help: "The database that it is for: duckdb, postgresql, spark or sqlite.")
  var dialect: SQLDialect

  @Flag(help: "Give the score of each measure too.")
  var measures = false

  @Option(help: "The file to write; otherwise standard output.")
  var output: String?

  func validate() throws {
    if output == "" { throw ValidationError("--output needs the name of a file") }
  }

  func run() throws {
    try Outcome.report {
      let (plan, files, _) = try PolicyFile.plan(policy)
      let script = try SQLPlan(plan, dialect: dialect, measures: measures).script
      guard let output else {
        Terminal.write(Array(script.utf8))
        return
      }
      try OutputFiles.protect(files, from: [output])
      var file = try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(output) }
      try file.write(Array(script.utf8))
      try file.commit()
      Terminal.note("wrote \(output)")
    }
  }
}

extension SQLDialect: ExpressibleByArgument {}

extension UnsupportedPlan {
  /// What its author must see.
  var diagnostics: [Diagnostic] {
    reasons.map { reason in
      Diagnostic(
        code: "sql.unsupported", path: reason.path, reason.problem,
        notes: ["in the formula \(reason.formula)"], suggestion: reason.advice)
    }
  }
}
