import ScoringPlan

/// A register that one segment hands to the next.
struct KeptRegister: Sendable, Hashable {
  let register: Register
  let form: Form

  /// What of a register is handed on.
  enum Form: Sendable {
    /// The value, a double.
    case number
    /// The value, a text.
    case text
    /// Only whether it is there, missing, or at fault.
    case state
  }
}
