import ArgumentParser
import ColumnStore
import Databases
import Diagnostics
import PlanSQL
import PolicyAnalysis
import PushedScoring
import Reports
import ResultArchive
import ResultRecords
import ScoringEngine
import SegmentStreams
import Workbooks

/// How a command ends.
enum Outcome {
  /// Done, but with something that the user must see.
  static let findings = ExitCode(1)
  /// The policy or the judgements are at fault.
  static let policyFault = ExitCode(2)
  /// The data are at fault.
  static let dataFault = ExitCode(3)
  /// The command line is at fault.
  static let commandLineFault = ExitCode(64)
  /// A fault of the program.
  static let programFault = ExitCode(70)

  /// Runs a command's body; says what went wrong and ends with the exit code that tells whose
  /// problem it is.
  static func report(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let exit as ExitCode {
      throw exit
    } catch let error as ValidationError {
      // Found after parsing, where the parser would show the usage of `steelyard` as a whole.
      Terminal.error(error.message)
      throw commandLineFault
    } catch let failure as DiagnosedFailure {
      Terminal.complain(failure.diagnostics)
      throw policyFault
    } catch let error as TableReadError {
      Terminal.error("\(error)")
      if let advice = advice(on: error) { Terminal.note("  try: \(advice)") }
      throw dataFault
    } catch let error as CorrectionFaults {
      CorrectionText.complain(error)
      throw dataFault
    } catch let error as RecordError {
      Terminal.error("\(error)")
      if case .damaged = error {
        Terminal.note("  try: take a copy of it as `steelyard score` wrote it, or score again")
      }
      throw dataFault
    } catch let error as StreamFault {
      Terminal.error("\(error)")
      throw dataFault
    } catch let error as EncodingFault {
      Terminal.error("\(error)")
      throw dataFault
    } catch let error as WorkbookError {
      Terminal.error("\(error)")
      throw dataFault
    } catch let error as ReportError {
      Terminal.error("\(error)")
      if case .noPayroll = error {
        Terminal.note("  try: name the result in the policy, as in payroll: {amount: NAME}")
      }
      throw exitCode(of: error)
    } catch let error as ArchiveError {
      Terminal.error("\(error)")
      if let advice = error.advice { Terminal.note("  try: \(advice)") }
      throw error.isOfTheCommandLine ? commandLineFault : dataFault
    } catch let error as DatabaseFault {
      Terminal.error("\(error)")
      if let advice = error.advice { Terminal.note("  try: \(advice)") }
      throw dataFault
    } catch let error as PushedScoringError {
      Terminal.error("\(error)")
      Terminal.note("  try: \(advice(on: error))")
      throw dataFault
    } catch let error as UnsupportedPlan {
      Terminal.complain(error.diagnostics)
      throw policyFault
    } catch let error as AtomicFileError {
      Terminal.error("\(error)")
      throw dataFault
    } catch {
      Terminal.error("a fault of the program: \(error)")
      Terminal.note("  try: report it with the command line and the policy")
      throw programFault
    }
  }

  /// Whose problem it is that there is no report.
  private static func exitCode(of error: ReportError) -> ExitCode {
    switch error {
    case .noPayroll: policyFault
    case .noColumn: commandLineFault
    case .tooLarge: dataFault
    }
  }

  /// What to do where a database cannot score.
  private static func advice(on error: PushedScoringError) -> String {
    if case .rowsAtFault = error {
      return "correct them; without --engine each cell is told, and --rejects scores the other rows"
    }
    return "score with the engine itself, without --engine"
  }

  /// What to do about a table that cannot be read.
  private static func advice(on error: TableReadError) -> String? {
    switch error {
    case .text(AppliedCorrections.table, .unreadable), .text(RespondentKeysFile.table, .unreadable):
      nil
    case .columnsMissing(AppliedCorrections.table, _, _, _):
      "a file of corrections begins with \(AppliedCorrections.header)"
    case .columnsMissing(RespondentKeysFile.table, _, _, _):
      "a file of respondents begins with \(RespondentKeysFile.header)"
    // What reads databases says itself what to do.
    case .text(_, .unreadable(let file, _)) where DatabaseTable(file) != nil:
      nil
    case .text(_, .unreadable(let file, _)) where file.contains("://"):
      "a database is named as sqlite:FILE, duckdb:FILE or postgresql://USER@HOST/NAME"
    case .text(let table, .unreadable):
      "--data DIR names the folder with \(table).csv in it, --table \(table)=FILE a file elsewhere"
    case .columnsMissing(_, let file, _, _) where DatabaseTable(file) != nil:
      "rename columns of the table, or say by header: in the policy what it calls a column"
    case .columnsMissing:
      "rename headers of the file, or say by header: in the policy what the file calls a column"
    default: nil
    }
  }
}
