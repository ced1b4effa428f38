import AnalysisReport
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// What one person would get for every number in one cell, by the policy and by a draft.
struct IncentivesDocument: Encodable, Sendable {
  struct Point: Encodable, Sendable {
    let value: Double
    /// Nil where the person would be rejected.
    let final: Double?
    let grade: PageText?
    let pay: Double?
  }

  /// Two neighbouring numbers between which pay jumps; where nothing is paid, the final.
  struct Cliff: Encodable, Sendable {
    let from: Double
    let to: Double
    let before: Double
    let after: Double
  }

  /// Where more changes nothing in the final.
  struct DeadZone: Encodable, Sendable {
    let from: Double
    let to: Double
  }

  let key: String
  let column: String
  let title: PageText
  let unit: PageText?
  /// The columns that something depends on.
  let columns: [String]
  let own: Double?
  let baseline: [Point]
  let draft: [Point]
  let cliffs: [Cliff]
  let deadZones: [DeadZone]

  init(
    _ curves: (baseline: IncentiveCurve, draft: IncentiveCurve), key: String, columns: [String],
    _ titles: GradeTitles, _ plan: Plan
  ) {
    self.key = key
    self.columns = columns
    column = curves.draft.column.name
    title = Self.title(curves.draft.column, plan)
    unit = curves.draft.column.unit.flatMap { UnitText($0).text }
    own = curves.draft.points.first(where: \.isOwn)?.value
    baseline = Self.points(curves.baseline, titles)
    draft = Self.points(curves.draft, titles)
    cliffs = Self.cliffs(curves.draft)
    deadZones = Self.deadZones(curves.draft)
  }

  /// The column's name; in Chinese what files call it, where they have a Chinese name for it.
  private static func title(_ column: TriedColumn, _ plan: Plan) -> PageText {
    let headers = plan.tables[column.table].columns[column.register.index - 1].headers
    let chinese = headers.first {
      $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    return PageText(column.name, chinese ?? column.name)
  }

  private static func points(_ curve: IncentiveCurve, _ titles: GradeTitles) -> [Point] {
    curve.points.map { point in
      Point(
        value: point.value, final: point.final,
        grade: point.final == nil ? nil : point.grades.first.map(titles.text), pay: point.pay)
    }
  }

  /// Between neighbours of the column's last decimal, more than a twenty-fifth of all change there is.
  private static func cliffs(_ curve: IncentiveCurve) -> [Cliff] {
    let hasPay = curve.points.contains { $0.pay != nil }
    let outcomes = curve.points.map { hasPay ? $0.pay ?? 0 : $0.final }
    let pairs = zip(curve.points, outcomes)
    let steps = zip(pairs, pairs.dropFirst())
    let all = steps.reduce(0.0) { sum, pair in
      sum + abs((pair.1.1 ?? 0) - (pair.0.1 ?? 0))
    }
    return steps.compactMap { one, other in
      guard other.0.value - one.0.value <= curve.column.step * 1.5, let before = one.1,
        let after = other.1, abs(after - before) * 25 > all
      else { return nil }
      return Cliff(from: one.0.value, to: other.0.value, before: before, after: after)
    }
  }

  /// Stretches of at least a fiftieth of the range.
  private static func deadZones(_ curve: IncentiveCurve) -> [DeadZone] {
    guard let first = curve.points.first, let last = curve.points.last else { return [] }
    var zones: [DeadZone] = []
    var start = first
    for (point, next) in zip(curve.points, curve.points.dropFirst() + [last]) {
      if point.final != start.final { start = point }
      let isEnd = next.final != start.final || next.value == last.value && point.value == last.value
      if isEnd, (point.value - start.value) * 50 >= last.value - first.value,
        point.value > start.value
      {
        zones.append(DeadZone(from: start.value, to: point.value))
      }
    }
    return zones
  }
}

extension Studio {
  /// The curves of one cell by policy and draft.
  ///
  /// - Parameters:
  ///   - key: the person's; nil for the one in the middle of the ranks.
  ///   - column: nil for that of the person's own row that lifts the final most.
  /// - Throws: `IncentiveError`, `DiagnosedFailure`.
  func incentives(
    _ changes: DraftChanges, key: String?, column: String?
  ) throws -> IncentivesDocument {
    let scored = try scored(changes)
    let draft = CellTrials(scored.scored, threads: options.threads)
    let baseline =
      changes.isEmpty ? draft : CellTrials(maker.baseline.scored, threads: options.threads)
    let subject = try subject(key, scored.results)
    let columns = IncentiveCurve.columns(draft)
    let curve =
      try column.map { try IncentiveCurve(draft, of: subject, column: $0) }
      ?? Self.strongest(draft, of: subject, columns)
    guard let curve else { throw IncentiveError.noColumn("", all: []) }
    let curves = (
      baseline: try IncentiveCurve(baseline, of: subject, column: curve.column.name), draft: curve
    )
    return IncentivesDocument(
      curves, key: self.key(of: subject), columns: columns, titles, scored.scored.plan)
  }

  /// The curve of the column that lifts the person's final most from the lowest number to the highest.
  private static func strongest(
    _ trials: CellTrials, of subject: Int, _ columns: [String]
  ) -> IncentiveCurve? {
    let curves = columns.filter { !$0.contains(".") }.compactMap {
      try? IncentiveCurve(trials, of: subject, column: $0)
    }
    let lift = { (curve: IncentiveCurve) in
      (curve.points.last?.final ?? 0) - (curve.points.first?.final ?? 0)
    }
    return curves.max { lift($0) < lift($1) }
  }

  /// The published person of that key, or the one in the middle.
  private func subject(_ key: String?, _ results: SubjectResults) throws -> Int {
    if let key {
      guard let subject = population.subject(withKey: key), !results.isRejected[subject],
        !maker.baseline.isRejected[subject]
      else { throw IncentiveError.noPerson(key) }
      return subject
    }
    // Somebody who is graded: of others nothing can be seen in the grade.
    let none = results.scored.plan.gradings.first?.bands.count
    let published = results.finals.indices.filter {
      !results.isRejected[$0] && !maker.baseline.isRejected[$0]
        && (none == nil || results.band(of: $0) != none)
    }
    let middle = Median.of(published.map { results.finals[$0] })
    guard
      let subject = published.min(by: {
        abs(results.finals[$0] - middle) < abs(results.finals[$1] - middle)
      })
    else { throw IncentiveError.noPerson("") }
    return subject
  }

  /// A subject's key.
  func key(of subject: Int) -> String {
    population.pool.text(of: population.tables[0].keys[subject])
  }
}
