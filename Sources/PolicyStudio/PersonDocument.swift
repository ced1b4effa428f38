import AnalysisReport
import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// How one person fares by one run: the short form of an explanation.
struct PersonDocument: Encodable, Sendable {
  struct Rank: Encodable, Sendable {
    let title: PageText
    /// Nil for who is not eligible.
    let rank: Int?
    let of: Int
  }

  struct Dimension: Encodable, Sendable {
    let name: String
    let title: PageText
    let weight: Double
    let score: Double
    let points: Double
    let measures: [Measure]
  }

  struct Measure: Encodable, Sendable {
    let name: String
    let title: PageText
    /// Nil where it does not count.
    let weight: Double?
    let raw: Double?
    let score: Double?
    let points: Double?
    let cap: Double?
    let floor: Double?
    /// Whether the cap took something off.
    let isCapped: Bool
  }

  struct Gate: Encodable, Sendable {
    let title: PageText
    let applied: Bool
    let effect: PageText
  }

  let isRejected: Bool
  let reason: String?
  let total: Double?
  let final: Double?
  let grade: PageText?
  let ranks: [Rank]
  let pay: Double?
  let dimensions: [Dimension]
  let gates: [Gate]

  /// Somebody whose row is at fault.
  init(rejectedFor reason: String) {
    (isRejected, self.reason, total, final, grade, pay) = (true, reason, nil, nil, nil, nil)
    (ranks, dimensions, gates) = ([], [], [])
  }

  /// Somebody who is scored.
  init(_ account: SubjectAccount, _ scored: ScoredPopulation, subject: Int) {
    let explanation = account.explanation
    (isRejected, reason) = (false, nil)
    (total, final) = (explanation.total, explanation.final)
    grade = account.standing.grades.first.map { place in
      place.band.map { PageText($0.title, name: $0.grade) } ?? PageText("not eligible", "不参评")
    }
    ranks = account.standing.places.map {
      Rank(title: PageText($0.title, name: $0.ranking), rank: $0.rank, of: $0.count)
    }
    pay = scored.plan.payroll.flatMap { scored.column($0.register)?[subject] }
    dimensions = explanation.dimensions.map { dimension in
      Dimension(
        name: dimension.name, title: PageText(dimension.title, name: dimension.name),
        weight: dimension.weight, score: dimension.score, points: dimension.points,
        measures: dimension.measures.map(Self.measure))
    }
    gates = explanation.gates.map(Self.gate)
  }

  private static func measure(_ measure: ExplainedMeasure) -> Measure {
    let points = measure.weight.flatMap { weight in measure.score.map { weight * $0 } }
    let isCapped = measure.cap.map { cap in measure.raw.map { $0 > cap } ?? false } ?? false
    return Measure(
      name: measure.name, title: PageText(measure.title, name: measure.name),
      weight: measure.weight, raw: measure.raw, score: measure.score, points: points,
      cap: measure.cap, floor: measure.floor, isCapped: isCapped)
  }

  private static func gate(_ gate: ExplainedGate) -> Gate {
    let because = gate.because.map { PageText($0, name: "") }
    let change = ((gate.after - gate.before) * 1e4).rounded() / 1e4
    let points = change == 0 ? nil : PageText(change.asWritten, change.asWritten)
    let parts = [because, points].compactMap(\.self)
    return Gate(
      title: PageText(gate.title, name: gate.name), applied: gate.applied,
      effect: gate.applied
        ? .joined(parts, { $0.joined(separator: ": ") }, { $0.joined(separator: "：") })
        : PageText("", ""))
  }
}
