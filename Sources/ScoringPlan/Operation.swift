import ScorecardPolicy

/// What one instruction of a row program does with registers of its row.
///
/// A value is a number, a truth or a text, or it is missing, or it is a fault. Unless said
/// otherwise an operand that is a fault makes the result that fault (the leftmost one), and else an
/// operand that is missing makes it missing.
public enum Operation: Sendable, Equatable {
  /// A number written in a formula.
  case number(Double)
  /// A text written in a formula.
  case text(String)
  /// A truth written in a formula.
  case truth(Bool)
  /// A tunable number; caps and floors that a policy does not set are infinite.
  case parameter(ParameterSlot)
  /// The number with its sign turned.
  case negate(Register)
  /// `+ - * /`, in IEEE doubles; division by zero and overflow are faults.
  case arithmetic(ArithmeticOperator, Register, Register)
  /// The smaller of two numbers: `right < left ? right : left`.
  case minimum(Register, Register)
  /// The larger of two numbers: `right > left ? right : left`.
  case maximum(Register, Register)
  /// Two numbers, or two truths (false before true), compared.
  case compare(ComparisonOperator, Register, Register)
  /// Two texts compared by their UTF-8 bytes.
  case compareText(ComparisonOperator, Register, Register)
  /// Three-valued and, from left to right: false or a fault on the left decides.
  case and(Register, Register)
  /// Three-valued or, from left to right: true or a fault on the left decides.
  case or(Register, Register)
  /// The truth turned.
  case not(Register)
  /// A function of one number.
  case unary(UnaryFunction, Register)
  /// A function of two numbers.
  case binary(BinaryFunction, Register, Register)
  /// The chosen one of two values; the other's state does not count.
  case select(condition: Register, then: Register, otherwise: Register)
  /// The value where the condition is true, missing where it is false.
  case onlyIf(condition: Register, Register)
  /// The left value, or the right one where the left is missing (a fault stays).
  case ifMissing(Register, Register)
  /// Whether the value is missing (a fault stays).
  case isMissing(Register)
  /// The value of a curve, by its index in the plan.
  case curve(Int, Register)
  /// The number that a text stands for, by the index of the lookup in the plan; where the text is
  /// not among its keys the default, whose state counts only then, or without one a fault.
  case lookup(Int, Register, default: Register?)
  /// The sum of weight times value, in order, beginning with the first product.
  case weightedSum([WeightedTerm], rescales: Bool)
}

/// One term of a weighted sum.
public struct WeightedTerm: Sendable, Equatable {
  /// The weighed value.
  public let value: Register
  /// Its weight.
  public let weight: TermWeight
  /// The truth that says whether the term takes part; nil when it always does. Where it is false the
  /// term is left out.
  public let applies: Register?
  /// Whether the term is left out when its value is missing. Where terms were left out and the sum
  /// rescales, each weight is first divided by the sum (in order) of the weights that remain; with
  /// no term left the sum is a fault, unless it does not rescale and every term was left out because it
  /// does not apply: then it is 0.
  public let excludesMissing: Bool

  /// A term that always takes part unless `applies` says where.
  public init(
    value: Register, weight: TermWeight, applies: Register? = nil, excludesMissing: Bool
  ) {
    self.value = value
    self.weight = weight
    self.applies = applies
    self.excludesMissing = excludesMissing
  }
}

extension WeightedTerm {
  /// The registers that it reads.
  var operands: [Register] {
    var operands = [value] + [applies].compactMap(\.self)
    if case .register(let weight) = weight { operands.append(weight) }
    return operands
  }
}

/// Where the weight of a term comes from.
public enum TermWeight: Hashable, Sendable {
  /// The same for every subject.
  case slot(ParameterSlot)
  /// A number of each subject.
  case register(Register)

  /// The slot; nil for a number of each subject.
  public var slot: ParameterSlot? {
    if case .slot(let slot) = self { slot } else { nil }
  }

  /// The register of a number of each subject; nil for a slot.
  public var register: Register? {
    if case .register(let register) = self { register } else { nil }
  }
}
