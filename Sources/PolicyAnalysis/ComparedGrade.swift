import ScoringEngine
import ScoringPlan

/// The grades that two policies give under the same name.
public struct ComparedGrade: Sendable {
  /// The name of the grade in both policies.
  public let name: String
  /// The grades that can be had: the baseline's bands from the top, those that only the other policy
  /// has, and the empty text where somebody is ineligible.
  public let labels: [String]
  /// For each subject compared the place of its grade among the labels.
  public let places: Compared<[Int]>

  init(
    _ gradings: Compared<Grading>, _ scored: Compared<ScoredPopulation>, rows: Compared<[Int]>
  ) {
    name = gradings.before.name
    var labels = GradeLabels(
      gradings.before.bands.map(\.grade) + gradings.after.bands.map(\.grade))
    let before = labels.places(of: gradings.before, scored.before, rows.before)
    let after = labels.places(of: gradings.after, scored.after, rows.after)
    places = Compared(before: before, after: after)
    self.labels = labels.labels
  }

  /// A subject's grade under each policy.
  public func grade(of subject: Int) -> Compared<String> {
    places.map { labels[$0[subject]] }
  }

  /// Whether a subject's grade is not the same under both.
  func isChanged(_ subject: Int) -> Bool { places.before[subject] != places.after[subject] }

  /// How many subjects have each grade of the baseline (outer) and each of the other policy (inner).
  public var transitions: [[Int]] {
    var counts = labels.map { _ in labels.map { _ in 0 } }
    for (before, after) in zip(places.before, places.after) { counts[before][after] += 1 }
    return counts
  }
}

/// Texts, each once, equal when their UTF-8 bytes are.
private struct GradeLabels {
  private(set) var labels: [String] = []

  init(_ texts: [String]) {
    for text in texts { _ = place(of: text) }
  }

  /// The places of the grades of subjects; a grade not met before is added.
  mutating func places(of grading: Grading, _ scored: ScoredPopulation, _ rows: [Int]) -> [Int] {
    guard let column = scored.column(grading.result) else {
      preconditionFailure("a run keeps the grades that it gives")
    }
    // Texts are codes of the run; each is looked up once.
    var known: [Double: Int] = [:]
    return rows.map { row in
      let code = column[row] ?? -1
      if let place = known[code] { return place }
      let place = place(of: column.text(of: row) ?? "")
      known[code] = place
      return place
    }
  }

  private mutating func place(of text: String) -> Int {
    if let place = labels.firstIndex(where: { $0.utf8.elementsEqual(text.utf8) }) { return place }
    labels.append(text)
    return labels.count - 1
  }
}
