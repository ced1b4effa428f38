import ScoringEngine
import ScoringPlan

/// Who is compared with whom in one ranking or grade: the subjects who take part, group by group.
struct SummedBoard: Sendable {
  /// The subject at each place of the board.
  let subjects: [UInt32]
  /// Where each of them stands in the columns; nil where that is the order of the board.
  let members: [UInt32]?
  /// Where groups begin, and the end; nil where all are one group.
  let starts: [UInt32]?
  /// Whether the value after the gates compares, and not the total.
  let isByFinal: Bool

  /// The board of a ranking.
  init?(_ ranking: Ranking, _ scored: ScoredPopulation, _ columns: SummedColumns, rows: [Int]) {
    self.init(
      scored, columns, rows, by: ranking.by, within: ranking.within,
      ineligible: ranking.ineligible, isForGrade: false, order: columns.subjects)
  }

  /// The board of a grade, the subjects of a group in the order of its ties.
  init?(_ grading: Grading, _ scored: ScoredPopulation, _ columns: SummedColumns, rows: [Int]) {
    var places = [Int](repeating: -1, count: scored.population.subjectCount)
    for (subject, row) in rows.enumerated() { places[row] = subject }
    let order = scored.ordered(rows, byTiesOf: grading).map { places[$0] }
    self.init(
      scored, columns, rows, by: grading.by, within: grading.within,
      ineligible: grading.ineligible, isForGrade: true, order: order)
  }

  private init?(
    _ scored: ScoredPopulation, _ columns: SummedColumns, _ rows: [Int], by: Register,
    within: Register?, ineligible: [Register], isForGrade: Bool, order: [Int]
  ) {
    var isOut = [Bool](repeating: false, count: rows.count)
    for register in ineligible {
      guard let column = scored.column(register) else { return nil }
      for (subject, row) in rows.enumerated() where (column[row] ?? 0) != 0 {
        isOut[subject] = true
      }
    }
    var groups: [[Int]] = []
    if let within {
      guard let column = scored.column(within) else { return nil }
      var known: [Double: Int] = [:]
      for subject in order where !isOut[subject] {
        let text = column[rows[subject]] ?? -1
        if known[text] == nil {
          known[text] = groups.count
          groups.append([])
        }
        groups[known[text] ?? 0].append(subject)
      }
    } else {
      groups = [order.filter { !isOut[$0] }]
    }
    let members = groups.joined().map { UInt32(columns.places[$0]) }
    subjects = groups.joined().map { UInt32($0) }
    self.members = members.elementsEqual(0..<UInt32(rows.count)) ? nil : members
    if within == nil, !isForGrade {
      starts = nil
    } else {
      var ends: [UInt32] = [0]
      for group in groups { ends.append((ends.last ?? 0) + UInt32(group.count)) }
      starts = ends
    }
    isByFinal = by == scored.plan.layout.final ?? scored.plan.layout.total
  }
}
