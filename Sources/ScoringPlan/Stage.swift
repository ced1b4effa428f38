/// One stage of a plan. Row programs look at one row; the others look at many.
public enum Stage: Sendable, Equatable {
  /// A row program over a detail table, by its index in `Plan.tables`.
  case detailRows(table: Int, [Instruction])
  /// Detail rows brought together for each subject.
  case aggregate([Aggregate])
  /// A row program over the subject table.
  case subjectRows([Instruction])
  /// Subjects without these values are rejected here, so that what follows does not see them. The
  /// first requirement in order that fails is the reason.
  case require([Requirement])
  /// Subjects compared with their groups.
  case statistics([Statistic])
  /// Subjects ranked against each other.
  case rank([Ranking])
  /// Bands filled with subjects.
  case grade([Grading])

  /// Whether it looks at other subjects: such stages are done again when a subject that has counted
  /// is rejected.
  public var looksAtPopulation: Bool {
    switch self {
    case .statistics, .rank, .grade: true
    case .detailRows, .aggregate, .subjectRows, .require: false
    }
  }
}
