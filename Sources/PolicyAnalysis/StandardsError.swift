import ColumnStore
import LinearAlgebra

/// Why no standards can be set from a file or from subjects.
public enum StandardsError: Error, Sendable, CustomStringConvertible {
  /// The file cannot be read as a table.
  case file(TableReadError)
  /// Rows of the file are at fault; all their faults, in order.
  case rows([RowFault])
  /// The file has a header row and no other.
  case noSubjects(file: String)
  /// No more subjects than coefficients: each would be its own standard.
  case tooFewSubjects(subjects: Int, coefficients: Int)
  /// More numbers than can be counted.
  case tooLarge(subjects: Int, coefficients: Int)
  /// More clusters are asked for than there are subjects with different drivers.
  case tooManyClusters(asked: Int, different: Int)
  /// The least-squares routine has no answer.
  case numerical(LinearAlgebraError)

  /// What is wrong and what to do, without a full stop.
  public var description: String {
    switch self {
    // There is one file, and its table has no name that a user knows.
    case .file(.text(_, let error)): "\(error)"
    case .file(let error): "\(error)"
    case .rows(let faults): faults.map(\.description).joined(separator: "\n")
    case .noSubjects(let file): "\(file): the file has no rows below its header"
    case .tooFewSubjects(let subjects, let coefficients):
      "\(subjects) subject\(subjects == 1 ? "" : "s") cannot carry \(coefficients) coefficients (the "
        + "intercept, one for each number, one for each further text); there must be more subjects "
        + "than coefficients: leave out drivers, join rare texts, or add rows"
    case .tooLarge(let subjects, let coefficients):
      "\(subjects) subjects times \(coefficients) coefficients is more than can be held; leave out "
        + "text drivers with very many texts"
    case .tooManyClusters(let asked, let different):
      "there are \(different) different combinations of the drivers' values, too few for \(asked) "
        + "clusters"
    case .numerical(let error): "the regression failed: \(error)"
    }
  }
}
