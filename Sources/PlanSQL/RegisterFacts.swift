import ScoringPlan

/// What is known of a register before any row is seen.
struct RegisterFacts {
  /// What its values are, as SQL knows types.
  enum Kind {
    case number, truth, text
  }

  let kind: Kind
  /// Whether a value may be missing.
  var mayBeMissing = false
  /// The faults that may stand in place of a value.
  var faults: Set<FaultCode> = []
  /// Where numbers lie.
  var range = NumberRange.input
  /// The value, where it is the same for all rows.
  var constant: Value?

  /// Whether every row has a value.
  var isAlwaysThere: Bool { !mayBeMissing && faults.isEmpty }
}

/// A fault as a number of 32 bits, as columns of faults hold it.
struct FaultCode: Hashable, Comparable {
  let number: Int
  /// What is 0 where the fault arises; nil where it is of another kind.
  let divisor: Register?

  /// The code of a fault that arises in the formula of an origin.
  init(_ kind: FaultKind, origin: Int, divisor: Register? = nil) {
    number = Int(kind.rawValue) * 1_048_576 + origin
    self.divisor = divisor
  }

  /// The code of a fault.
  init(_ fault: Fault) { self.init(fault.kind, origin: fault.origin) }

  /// The fault where what is 0 is no register of the row.
  var ofAnotherTable: FaultCode { FaultCode(number: number, divisor: nil) }

  private init(number: Int, divisor: Register?) {
    (self.number, self.divisor) = (number, divisor)
  }

  /// The reason why a subject with it is rejected, without the values that led to it.
  func reason(_ plan: Plan) -> String {
    let kind = FaultKind(rawValue: UInt8(number / 1_048_576)) ?? .overflow
    let origin = plan.origins[number % 1_048_576]
    return "\(kind.reason) in \(origin.path) (\(origin.text))"
  }

  static func < (one: FaultCode, other: FaultCode) -> Bool { one.number < other.number }
}
