import ScoringEngine

/// The rows at fault, by the group of the subject that they belong to, as far as anyone can tell.
struct RejectedByGroup: Sendable {
  /// The rows of each group.
  private(set) var rows: [String?: [RejectedRow]] = [:]
  /// The rows of which the group is not known: their key is no subject's, or the subject's own text
  /// cannot be read.
  private(set) var unknown: [RejectedRow] = []

  /// The rows of a run; of subjects, and of the detail rows that are in memory.
  init(_ rejected: [RejectedRow], _ scored: ScoredPopulation, _ groups: ReportGroups) {
    if rejected.isEmpty { return }
    let tables = scored.population.tables
    let subjects = Dictionary(tables[0].keys.enumerated().map { ($1, $0) }) { first, _ in first }
    for row in rejected {
      guard let index = row.faults[0].row,
        let table = tables.firstIndex(where: { $0.name == row.table }),
        tables[table].keys.indices.contains(index),
        let subject = table == 0 ? index : subjects[tables[table].keys[index]]
      else {
        unknown.append(row)
        continue
      }
      let text = groups.text(of: subject)
      // Without a text the row may be of any group, unless all are together.
      if text == nil, groups.column != nil {
        unknown.append(row)
      } else {
        rows[text, default: []].append(row)
      }
    }
  }
}
