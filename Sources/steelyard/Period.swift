import ArgumentParser
import Calendars
import Diagnostics
import ScoringPlan

/// A year, half-year, quarter or month, written in one way whatever way it was given in.
struct Period: ExpressibleByArgument {
  private let period: CivilPeriod

  /// `2026`, `2026H1`, `2026Q3` or `2026-10`.
  var text: String { period.description }

  init?(argument: String) {
    guard let period = CivilPeriod(argument) else { return nil }
    self.period = period
  }

  /// Refuses a policy that does not hold yet when the period ends; `start` is where it says so.
  func check(_ plan: Plan, _ start: SourceLocation?) throws(DiagnosedFailure) {
    guard let text = plan.effectiveFrom, let day = CivilDate(text), period.lastDay < day else {
      return
    }
    throw DiagnosedFailure([
      Diagnostic(
        code: "policy.not-effective", at: start, path: "effective_from",
        "\(plan.policy), version \(plan.version), holds from \(day), and the period \(period) ends on "
          + "\(period.lastDay)",
        suggestion: "score the period with the version of the policy that held then")
    ])
  }
}
