import ColumnStore
import Databases
import ResultRecords

/// Where a result is written: files, or tables of a database.
enum ScoreOutput: ~Copyable {
  case files(ResultFiles)
  case tables(ResultTables)

  /// Everything that is written.
  static func names(_ output: String, rejects: String?) -> [String] {
    guard let table = DatabaseTable(output) else {
      return ResultFiles.names(result: output, rejects: rejects)
    }
    return ResultTables.names(result: table, hasRejects: rejects != nil).map(\.text)
  }

  /// Begins a result; fails when it can never be written where it should stand.
  init(_ output: String, rejects: String?) throws {
    if let table = DatabaseTable(output) {
      self = .tables(try ResultTables(result: table, hasRejects: rejects != nil))
    } else {
      self = .files(
        try OutputFiles.begin { () throws(AtomicFileError) in
          try ResultFiles(result: output, rejects: rejects)
        })
    }
  }

  /// Writes what came of a job; what stood there before stays until all is written.
  consuming func write(_ outcome: ScoringOutcome, policyFiles: [HashedFile]) throws {
    switch consume self {
    case .files(let files):
      try files.write(
        outcome, policyFiles: policyFiles, programVersion: ProgramVersion.current)
    case .tables(let tables):
      try tables.write(
        outcome, policyFiles: policyFiles, programVersion: ProgramVersion.current)
    }
  }
}
