import Reports
import ScorecardPolicy
import ScoringPlan

// How the score compares with others', what may help, and what became of objections.
extension ExplanationDocument {
  struct Comparison: Encodable {
    let column: String?
    let group: String?
    let people: Int
    let mean: Double
    let parts: [Part]

    struct Part: Encodable {
      let name: String
      let title: String?
      let points: Double
      let mean: Double
      let difference: Double
    }

    init(_ comparison: GroupComparison, _ language: Title.Language) {
      (column, group) = (comparison.column, comparison.group)
      (people, mean) = (comparison.people, comparison.mean)
      parts = comparison.parts.map {
        Part(
          name: $0.name, title: $0.title?.text(in: language), points: $0.own, mean: $0.mean,
          difference: $0.difference)
      }
    }
  }

  struct Guidance: Encodable {
    let dimension: String
    let measure: String
    let lost: Double
    let text: String?

    init(_ guidance: MeasureGuidance, _ language: Title.Language) {
      (dimension, measure, lost) = (guidance.dimension, guidance.measure, guidance.lost)
      text = guidance.text.text(in: language)
    }
  }

  struct Decision: Encodable {
    let table: String
    let row: String?
    let column: String
    let old: String
    let new: String
    let reason: String
    let decidedBy: String
    let date: String
    let granted: Bool

    init(_ decision: ReportDecision) {
      (table, row, column) = (decision.table, decision.row, decision.column)
      (old, new, reason) = (decision.old, decision.new, decision.reason)
      (decidedBy, date, granted) = (decision.decidedBy, decision.date, decision.isGranted)
    }
  }
}
