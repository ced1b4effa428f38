import PolicyAnalysis
import ScorecardPolicy

/// What is paid before and after a change, in the unit of pay.
struct PayrollPart: Encodable, Sendable {
  /// A part of pay.
  struct Part: Encodable, Sendable {
    let title: PageText
    let change: Double
  }

  let unit: PageText
  let before: Double
  let after: Double
  let budgetBefore: Double?
  let budgetAfter: Double?
  let gained: Double
  let lost: Double
  let gaining: Int
  let losing: Int
  let unchanged: Int
  let parts: [Part]

  /// Nil where pay cannot be compared.
  init?(_ comparison: PolicyComparison) {
    guard let payroll = comparison.payroll else { return nil }
    unit = comparison.subjects.pay?.unit.flatMap { UnitText($0).text } ?? PageText("", "")
    (before, after) = (payroll.totals.before, payroll.totals.after)
    let budgets = comparison.scored.map { $0.payroll?.budget }
    (budgetBefore, budgetAfter) = (budgets.before, budgets.after)
    (gained, lost) = (payroll.gained, payroll.lost)
    (gaining, losing) = (payroll.gaining, payroll.losing)
    unchanged = payroll.unchanged
    parts = comparison.payParts.map { part in
      Part(title: PageText(part.title, name: part.name), change: part.change)
    }
  }
}
