import PolicyAnalysis
import ScorecardPolicy

/// What is paid before and after a change, in the unit of pay.
package struct PayrollPart: Encodable, Sendable {
  /// A part of pay.
  package struct Part: Encodable, Sendable {
    let title: PageText
    let change: Double

    /// A part of pay, and by how much it changes.
    package init(title: PageText, change: Double) { (self.title, self.change) = (title, change) }
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
  package init?(_ comparison: PolicyComparison) {
    guard let payroll = comparison.payroll else { return nil }
    self.init(
      payroll, unit: comparison.subjects.pay?.unit,
      budgets: comparison.scored.map { $0.payroll?.budget },
      parts: comparison.payParts.map { part in
        Part(title: PageText(part.title, name: part.name), change: part.change)
      })
  }

  /// A change of pay with the budgets, where there are any, and the parts that it consists of.
  package init(
    _ payroll: PayrollChange, unit: Unit?, budgets: Compared<Double?>, parts: [Part]
  ) {
    self.unit = unit.flatMap { UnitText($0).text } ?? PageText("", "")
    (before, after) = (payroll.totals.before, payroll.totals.after)
    (budgetBefore, budgetAfter) = (budgets.before, budgets.after)
    (gained, lost) = (payroll.gained, payroll.lost)
    (gaining, losing) = (payroll.gaining, payroll.losing)
    unchanged = payroll.unchanged
    self.parts = parts
  }
}
