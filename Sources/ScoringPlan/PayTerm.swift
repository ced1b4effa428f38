import ScorecardPolicy

/// One of the values that the amount paid is the sum of.
public struct PayTerm: Sendable, Equatable {
  /// What the policy calls it: a result, a column or a named formula; nil where it has no name.
  public let name: String?
  /// The title for people, where it is a result with one.
  public let title: Title?
  /// The value, in the amount's unit.
  public let register: Register
  /// Whether it is taken off instead of added.
  public let isDeducted: Bool
}

extension Plan {
  /// The terms that add up to the amount paid, but for rounding: as far as its formula is a sum or
  /// difference, rounded or not. Empty where the amount is no sum, or there is no payroll.
  ///
  /// O(instructions).
  public var payTerms: [PayTerm] {
    guard let payroll else { return [] }
    let terms = PayTermSearch(self).terms(of: payroll.register)
    return terms.count > 1 ? terms : []
  }
}

/// Takes a sum apart.
private struct PayTermSearch {
  private let operations: [Register: Operation]
  private let results: [Register: ResultLayout]
  private let names: [Register: String]

  init(_ plan: Plan) {
    var operations: [Register: Operation] = [:]
    for case .subjectRows(let program) in plan.stages {
      for instruction in program { operations[instruction.result] = instruction.operation }
    }
    self.operations = operations
    results = Dictionary(
      plan.layout.results.filter { $0.name != plan.payroll?.amount }.map { ($0.register, $0) }
    ) { first, _ in first }
    let columns = plan.tables[0].columns.enumerated().map { (Register($0 + 1), $1.name) }
    let formulas = (plan.formulas.first ?? []).map { ($0.register, $0.name) }
    names = Dictionary(columns + formulas) { first, _ in first }
  }

  /// The terms of what a register holds; itself where it is no sum.
  func terms(of register: Register, isDeducted: Bool = false, isTop: Bool = true) -> [PayTerm] {
    // A named value is told by its name and not taken apart.
    if isTop || !isNamed(register), let operation = operations[register] {
      switch operation {
      case .arithmetic(.add, let left, let right):
        return terms(of: left, isDeducted: isDeducted, isTop: false)
          + terms(of: right, isDeducted: isDeducted, isTop: false)
      case .arithmetic(.subtract, let left, let right):
        return terms(of: left, isDeducted: isDeducted, isTop: false)
          + terms(of: right, isDeducted: !isDeducted, isTop: false)
      case .binary(.round, let value, _):
        return terms(of: value, isDeducted: isDeducted, isTop: isTop)
      default: break
      }
    }
    return [
      PayTerm(
        name: name(of: register), title: results[register]?.title, register: register,
        isDeducted: isDeducted)
    ]
  }

  private func isNamed(_ register: Register) -> Bool {
    results[register] != nil || names[register] != nil
  }

  /// The name, also of a column that has a number for its gaps.
  private func name(of register: Register) -> String? {
    if let name = results[register]?.name ?? names[register] { return name }
    if case .ifMissing(let column, _) = operations[register] { return names[column] }
    return nil
  }
}
