import ScoringPlan

/// A policy with one of its numbers replaced.
enum PolicyVariant {
  /// Why a policy cannot have a number.
  struct Refusal: Error, Equatable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  /// The plan of the policy with other values of its parameters.
  case values(ParameterVector)
  /// Another plan over the same tables.
  case plan(Plan)
  /// No policy: it is at fault with this number.
  case refused(Refusal)
}
