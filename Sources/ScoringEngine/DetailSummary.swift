/// What is left of a detail table once its rows were brought together for each subject.
struct DetailSummary: Sendable {
  /// The good rows of each subject.
  var linkedCounts: [Int32]
  /// The rows of the files.
  var rowCount = 0
  /// Rows of unknown keys that the plan passes over.
  var ignoredCount = 0
  /// Whether there are rows at fault of which no subject is known.
  var hasStrays = false
  /// Whether a row of an unknown key may be repeated by a subject's.
  var strangersAgree = false
  /// Subjects of rows at fault, or that may be repeated.
  var suspects: Set<Int32> = []

  /// Of a table for so many subjects before any row is read.
  init(subjectCount: Int) { linkedCounts = [Int32](repeating: 0, count: subjectCount) }
}
