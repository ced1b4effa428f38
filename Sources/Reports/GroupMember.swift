import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// What the page of a group tells of one of its people.
public struct GroupMember: Sendable {
  /// How far a person is from a cut between two bands.
  struct Cut: Sendable {
    let grade: String
    let band: String
    let distance: String
  }

  /// A gate that applied.
  struct Gate: Sendable {
    let name: String
    let title: String
    let effect: String
  }

  /// The subject, as counted in the population.
  let subject: Int
  let key: String
  /// The file of the person's own page; empty where there is none.
  let file: String
  /// The text of the person's group; nil without one.
  public let group: String?
  /// The texts of the row, but that of the group.
  let texts: [String]
  /// The final value in units of its last decimal, by which people are listed.
  let units: Int64
  let final: String
  let ranks: [String]
  /// The titles of the bands; nil where the person is in none.
  let bands: [String?]
  /// For each grade what it is called in the policy, and the group that it is given in.
  let grades: [(band: String?, group: String?)]
  let ties: [String]
  let cuts: [Cut]
  let gates: [Gate]
  /// What is missing, and what became of it.
  let gaps: [String]

  /// A member whose own page is a file of the same folder.
  ///
  /// - Parameter margin: how near a cut is told.
  init(
    _ report: SubjectReport, _ wording: Wording, subject: Int, file: String, group: String?,
    column: String?, margin: Double
  ) {
    let sentences = ReportSentences(report, wording.language)
    let standing = report.standing
    (self.subject, self.file, self.group) = (subject, file, group)
    key = report.explanation.key
    texts = standing.texts.filter { $0.name != column }.map(\.value)
    units =
      ScoreKey.key(of: report.explanation.final, decimals: report.plan.decimals)
      ?? (report.explanation.final < 0 ? .min : .max)
    final = report.printed.final
    ranks = standing.places.map { place in place.rank.map { "\($0) / \(place.count)" } ?? "-" }
    bands = standing.grades.map { $0.band.map { wording.title($0.title, $0.grade) } }
    grades = standing.grades.map { ($0.band?.grade, $0.group) }
    ties = standing.grades.compactMap { place in
      place.decidedBy.map { wording(.tieDecided, wording.title(place.title, place.name), $0) }
    }
    cuts = standing.grades.flatMap { Self.cuts(of: $0, sentences, margin: margin) }
    gates = report.explanation.gates.filter(\.applied).map { gate in
      Gate(
        name: gate.name, title: wording.title(gate.title, gate.name),
        effect: sentences.effect(of: gate, after: sentences.published(gate.after)))
    }
    gaps = report.explanation.dimensions.flatMap { Self.gaps(in: $0, sentences) }
  }

  /// The cuts that are near: within the margin, or, where heads are counted, right above or below.
  private static func cuts(
    of place: GradePlace, _ sentences: ReportSentences, margin: Double
  ) -> [Cut] {
    guard let own = place.band else { return [] }
    let wording = sentences.wording
    func cut(_ phrase: Phrase, _ band: Grading.Band, _ distance: Double) -> Cut {
      Cut(
        grade: wording.title(place.title, place.name), band: wording.title(own.title, own.grade),
        distance: wording(
          phrase, wording.title(band.title, band.grade), sentences.published(distance)))
    }
    var cuts: [Cut] = []
    if let next = place.next,
      next.gap <= margin || place.isFirstInBand && next.band.limit.countsHeads
    {
      cuts.append(cut(.cutAbove, next.band, next.gap))
    }
    if let lower = place.lower,
      lower.margin <= margin || place.isLastInBand && own.limit.countsHeads
    {
      cuts.append(cut(.cutBelow, lower.band, lower.margin))
    }
    return cuts
  }

  /// Measures without a score of their own, and cells that are not there.
  private static func gaps(
    in dimension: ExplainedDimension, _ sentences: ReportSentences
  ) -> [String] {
    dimension.measures.compactMap { measure in
      guard measure.applies else { return nil }
      let missing = measure.inputs.filter { $0.value == .missing }.map(\.name)
      guard measure.raw == nil || !missing.isEmpty else { return nil }
      let wording = sentences.wording
      let title = wording.title(measure.title, measure.name)
      let remark = measure.raw == nil ? sentences.remark(on: measure, in: dimension) : ""
      let cells = missing.isEmpty ? "" : wording(.cellsMissing, wording.list(missing))
      let notes = [remark, cells].filter { !$0.isEmpty }.joined(separator: "; ")
      return title + wording(.colon) + notes
    }
  }
}

extension Grading.Limit {
  /// Whether so many people are in a band, whatever their values.
  fileprivate var countsHeads: Bool {
    switch self {
    case .seats, .share: true
    case .minimum, .rest: false
    }
  }
}
