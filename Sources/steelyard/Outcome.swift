import ArgumentParser
import ColumnStore
import Diagnostics
import ResultRecords
import ScoringEngine

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
      throw dataFault
    } catch let error as RecordError {
      Terminal.error("\(error)")
      throw dataFault
    } catch let error as AtomicFileError {
      Terminal.error("\(error)")
      throw dataFault
    } catch {
      Terminal.error("a fault of the program: \(error)")
      throw programFault
    }
  }
}
