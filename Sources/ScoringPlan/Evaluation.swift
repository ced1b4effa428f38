/// Everything that a plan computed for one subject.
public struct Evaluation: Sendable {
  /// The registers of the subject's row.
  public internal(set) var subject: [Value]
  /// For each detail table the registers of the subject's rows.
  public internal(set) var details: [[[Value]]]
  /// Why the subject cannot be published; nil when it can.
  public internal(set) var rejection: Rejection?

  /// The value of a register of the subject table.
  public subscript(register: Register) -> Value { subject[register.index] }
}

/// Why a row cannot be published.
public struct Rejection: Sendable, Equatable {
  /// What has no value, such as `total` or `customer.deposit`; or the table at fault.
  public let name: String
  /// The reason, a sentence fragment such as `total: division by zero in ...`.
  public let reason: String
}
