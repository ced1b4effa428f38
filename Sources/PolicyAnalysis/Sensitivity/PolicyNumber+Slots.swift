import ScorecardPolicy
import ScoringPlan

// Which numbers of a policy are of which kind.
extension PolicyNumber {
  /// The number in a slot; nil for weights, which are not varied alone.
  init?(_ parameter: Parameter, _ value: Double, _ tuning: PolicyTuning) {
    guard let kind = Kind(parameter.path) else { return nil }
    self.init(
      path: parameter.path, kind: kind, unit: parameter.unit, value: value.isFinite ? value : nil,
      text: value.isFinite ? tuning.text(at: parameter.path) : nil)
  }

  /// The numbers written in the formulas of gates: conditions first, then what they deduct or cap at.
  static func inGates(of policy: Policy, _ tuning: PolicyTuning) -> [PolicyNumber] {
    policy.gates.flatMap { gate in
      let formulas =
        [gate.when].compactMap(\.self)
        + gate.effects.compactMap { effect in
          if case .formula(let formula) = effect.amount { formula } else { nil }
        }
      return formulas.flatMap { formula in
        (0..<(tuning.numberCount(inFormula: formula.path) ?? 0)).compactMap { index in
          tuning.number(index + 1, inFormula: formula.path).map {
            PolicyNumber(path: "\(formula.path).\(index + 1)", kind: .gateNumber, value: $0)
          }
        }
      }
    }
  }
}

extension PolicyNumber.Kind {
  /// The kind of the number in the slot of a path; nil for weights.
  fileprivate init?(_ path: String) {
    let steps = path.split(separator: ".").map(String.init)
    let last = steps.last ?? ""
    if CurveKind.allCases.contains(where: { $0.section == steps.first }) {
      self = last == "x" ? .breakpoint : .curveValue
      return
    }
    switch steps.first {
    case "parameters": self = .parameter
    case "lookups": self = .lookup
    case "tables": self = .substitute
    case "gates": self = .gateAmount
    case "payroll": self = .budget
    case "grades":
      guard let kind = Self(rawValue: last) else { return nil }
      self = kind
    case "scorecard":
      guard steps.count == 6, steps[3] == "measures" else { return nil }
      switch last {
      case "floor": self = .floor
      case "cap": self = .cap
      default: self = .substitute
      }
    default: return nil
    }
  }
}
