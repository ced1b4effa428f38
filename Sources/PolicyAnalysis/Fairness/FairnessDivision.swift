import ColumnStore
import ScoringEngine
import ScoringPlan

/// What divides people into groups: a column of texts, or one of numbers cut into bands.
public struct FairnessDivision: Sendable, Equatable {
  /// The column of the subject table.
  public let column: String
  /// Where bands begin, in order; empty for a column of texts.
  public let cuts: [Double]

  /// The groups of equal texts.
  public init(texts column: String) { (self.column, cuts) = (column, []) }

  /// Bands of numbers: below the first cut, from each cut to below the next, from the last on. At least one
  /// cut, each above the one before.
  public init(bands column: String, cuts: [Double]) {
    precondition(
      !cuts.isEmpty && zip(cuts, cuts.dropFirst()).allSatisfy { $0 < $1 },
      "bands are cut at rising numbers")
    (self.column, self.cuts) = (column, cuts)
  }

  /// The group of each subject in a table, by its number in an order: bands as they rise, texts by their
  /// bytes; those without a text or number are the last.
  ///
  /// - Throws: `FairnessError` when there is no such column.
  func groups(
    of subjects: [Int], in population: Population
  ) throws(FairnessError) -> [(label: FairnessLabel, members: [Int])] {
    guard let column = population.tables[0].column(named: column) else {
      throw .noColumn(self.column, all: population.tables[0].columns.map(\.name))
    }
    switch (column.type, cuts.isEmpty) {
    case (.text, true): return texts(column, subjects, population.pool)
    case (.number, false): return bands(column, subjects)
    case (.number, true): throw .needsBands(self.column)
    case (_, false): throw .noNumbers(self.column)
    case (_, true): throw .noTexts(self.column)
    }
  }

  private func texts(
    _ column: Column, _ subjects: [Int], _ pool: TextPool
  ) -> [(label: FairnessLabel, members: [Int])] {
    let members = Dictionary(grouping: subjects.indices) { column.codes[subjects[$0]] }
    let codes = members.keys.filter { $0 >= 0 }.sorted { pool.isOrderedBefore($0, $1) }
    return codes.map { (.text(pool.text(of: $0)), members[$0] ?? []) }
      + (members[-1].map { [(.missing, $0)] } ?? [])
  }

  private func bands(
    _ column: Column, _ subjects: [Int]
  ) -> [(label: FairnessLabel, members: [Int])] {
    let members = Dictionary(grouping: subjects.indices) { place -> Int in
      let subject = subjects[place]
      guard column.states[subject] == Column.present else { return .max }
      return cuts.count { $0 <= column.values[subject] }
    }
    return members.keys.sorted().map { band in
      let label: FairnessLabel =
        band == .max
        ? .missing
        : .band(from: band == 0 ? nil : cuts[band - 1], to: band == cuts.count ? nil : cuts[band])
      return (label, members[band] ?? [])
    }
  }
}
