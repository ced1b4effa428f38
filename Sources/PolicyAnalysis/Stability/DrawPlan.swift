import ScoringEngine
import ScoringPlan

/// What is counted over draws, and for whom.
struct DrawPlan: Sendable {
  /// The rows of the subjects that are scored by the judgements as they are; all else counts by their
  /// places here.
  let rows: [Int]
  let rankings: [Ranking]
  let gradings: [Grading]
  /// For each grade its labels: the bands from the top, each text once, then that of who is ineligible.
  let labels: [[String]]
  /// For each grade and subject the place of its label by the judgements as they are.
  let given: [[UInt8]]
  /// For each draw its place among those whose ranks are kept, -1 where they are not.
  let sampleOf: [Int]
  let sampleCount: Int
  let drawCount: Int
  /// Whether it is kept what belongs to single draws.
  let keepsRecords: Bool

  /// More ranks than these are not kept for quantiles: 256 MB for each ranking.
  private static let mostSamples = 1 << 26

  init(_ scored: ScoredPopulation, drawCount: Int, keepsRecords: Bool = true) {
    self.keepsRecords = keepsRecords
    let plan = scored.plan
    let rows = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    (rankings, gradings) = (plan.rankings, plan.gradings)
    labels = plan.gradings.map(Self.labels)
    given = plan.gradings.map { GradeCodes(Self.labels($0)).places($0, scored, rows) }
    self.rows = rows
    self.drawCount = drawCount
    let count = min(drawCount, max(1, Self.mostSamples / max(1, rows.count)))
    sampleCount = count
    // Evenly spread over the draws.
    var sampleOf = [Int](repeating: -1, count: drawCount)
    for sample in 0..<count { sampleOf[sample * drawCount / count] = sample }
    self.sampleOf = sampleOf
  }

  private static func labels(_ grading: Grading) -> [String] {
    var labels: [String] = []
    for text in grading.bands.map(\.grade) + [""]
    where !labels.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
      labels.append(text)
    }
    return labels
  }
}

/// The places of grades among labels by the codes of their texts, each text looked up once.
final class GradeCodes {
  /// The place of who has no grade at all, being rejected.
  static let none = UInt8.max

  private let labels: [String]
  private var known: [Double: UInt8] = [:]

  init(_ labels: [String]) { self.labels = labels }

  /// For each row the place of its grade.
  func places(_ grading: Grading, _ scored: ScoredPopulation, _ rows: [Int]) -> [UInt8] {
    guard let column = scored.column(grading.result) else {
      preconditionFailure("a run keeps the grades that it gives")
    }
    return rows.map { row in
      guard !scored.isRejected(row), let code = column[row] else { return Self.none }
      if let place = known[code] { return place }
      let text = column.text(of: row) ?? ""
      let place = labels.firstIndex { $0.utf8.elementsEqual(text.utf8) }.map { UInt8($0) }
      known[code] = place ?? Self.none
      return place ?? Self.none
    }
  }
}
