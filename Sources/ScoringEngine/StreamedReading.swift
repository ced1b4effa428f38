import ColumnStore
import ScoringPlan

/// What is left of a population's files once they are read and the stages that look at one subject
/// alone are run.
struct StreamedReading {
  let roster: SubjectRoster
  let pool: TextPool
  /// The subject table with the columns that are kept.
  let table: Table
  let details: [DetailStream]
  /// For each subject whether something is wrong with its row.
  let isFaulty: [Bool]
  /// For each subject whether it lacks a value that it must have.
  let isLacking: [Bool]
  /// Subjects whose rows may agree where no two may.
  let suspects: Set<Int32>
  /// Subjects that somebody wants to see whole; -1 for keys that nobody has.
  let wanted: Set<Int>

  /// Whether there are rows at fault of which no subject is known.
  var hasStrays: Bool { details.contains(where: \.hasStrays) }

  /// The subjects of which all must be read, in order.
  var subjectsToRead: [Int] {
    var all = Set(details.reduce(suspects) { $0.union($1.suspects) }.map { Int($0) })
    all.formUnion(wanted.filter { $0 >= 0 })
    return isFaulty.indices.filter { isFaulty[$0] || isLacking[$0] || all.contains($0) }
  }

  /// The population, of which an excerpt says who is rejected for what was read.
  func population(_ plan: Plan, excerpt: Excerpt?) -> Population {
    let isRejected = isFaulty.indices.map { subject in
      guard let excerpt, let place = excerpt.place(of: subject) else { return false }
      return excerpt.population.isRejected[place]
    }
    return Population(
      tables: [table] + plan.tables.dropFirst().map { Table(name: $0.name) }, pool: pool,
      // Among the rows of an excerpt a row has another index than in its table.
      rejectedRows: excerpt?.population.rejectedRows.map { $0.map { $0.inRow(nil) } }
        ?? plan.tables.map { _ in [] },
      ignoredCounts: details.map(\.ignoredCount), isRejected: isRejected,
      details: .counted(details.map(\.linkedCounts), excerpt),
      rowCounts: [roster.count] + details.map(\.rowCount))
  }
}
