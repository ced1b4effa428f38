import AnalysisReport
import Foundation
import PolicyAnalysis
import ScorecardPolicy
import ScoringPlan

/// One number of a policy as a page lets it be changed.
struct NumberDocument: Encodable, Sendable {
  let path: String
  /// Where it is looked for: `parameters`, `measures`, `curves`, `gates`, `grades` or `pay`.
  let section: String
  let label: PageText
  let kind: String
  let unit: PageText?
  let value: Double?
  /// As the policy writes it; empty where it is not set.
  let text: String
  /// Between which ends a slider moves it, and by what steps; typed, it may be any.
  let low: Double
  let high: Double
  let step: Double

  init(_ number: PolicyNumber, _ plan: Plan, _ policy: Policy, _ labels: NumberLabels) {
    (path, kind) = (number.path, number.kind.rawValue)
    label = Self.label(number, policy, labels)
    unit = number.unit.flatMap { UnitText($0).text }
    (value, text) = (number.value, number.text)
    section = Self.section(number)
    let parameter = plan.parameters.first { $0.path == number.path }
    (low, high, step) = Self.range(number, parameter)
  }

  private static func section(_ number: PolicyNumber) -> String {
    let money: [ScorecardPolicy.Unit] = [
      .init(.yuan), .init(.tenThousandYuan), .init(.hundredMillionYuan),
    ]
    return switch number.kind {
    case .parameter: number.unit.map(money.contains) ?? false ? "pay" : "parameters"
    case .floor, .cap, .substitute: "measures"
    case .breakpoint, .curveValue, .lookup: "curves"
    case .gateAmount, .gateNumber: "gates"
    case .seats, .share, .minimum: "grades"
    case .budget: "pay"
    case .judgement, .weight, .formulaNumber: "parameters"
    }
  }

  /// A number in a condition is told with the condition.
  private static func label(
    _ number: PolicyNumber, _ policy: Policy, _ labels: NumberLabels
  ) -> PageText {
    guard number.kind == .gateNumber else { return labels.label(at: number.path) }
    let steps = number.path.split(separator: ".").map(String.init)
    guard steps.count == 4, let gate = policy.gates.first(where: { $0.name == steps[1] }) else {
      return labels.label(at: number.path)
    }
    let formulas =
      [gate.when].compactMap(\.self)
      + gate.effects.compactMap {
        if case .formula(let formula) = $0.amount { formula } else { nil }
      }
    guard
      let formula = formulas.first(where: { $0.path == steps.dropLast().joined(separator: ".") })
    else { return labels.label(at: number.path) }
    return .joined(
      [PageText(gate.title, name: gate.name)],
      { "Gate \($0[0]): number \(steps[3]) of \(formula.text)" },
      { "门槛“\($0[0])”：\(formula.text) 的第 \(steps[3]) 个数" })
  }

  private static func range(
    _ number: PolicyNumber, _ parameter: Parameter?
  ) -> (low: Double, high: Double, step: Double) {
    // A cap that is not set would stand among points, of which a plan just met is a hundred.
    let value = number.value ?? (number.kind == .budget ? 0 : 100)
    let isCounted =
      [.seats, .gateNumber].contains(number.kind) && value == value.rounded()
      || [.count, .person].contains { number.unit == .init($0) }
    if isCounted {
      return (
        parameter?.minimum ?? min(0, value), parameter?.maximum ?? max(2 * value, value + 5), 1
      )
    }
    let size = max(abs(value), number.kind == .share ? 1 : 0)
    let low = parameter?.minimum ?? (value < 0 ? -2 * size : 0)
    let high = max(
      value, parameter?.maximum ?? (number.kind == .share ? 1 : size == 0 ? 1 : 2 * size))
    return (min(low, value), high, round(max(high - low, 1e-9) / 100))
  }

  /// The power of ten, or twice or five times one, next to a number.
  private static func round(_ number: Double) -> Double {
    let power = pow(10, floor(log10(number)))
    let factor = [1.0, 2, 5, 10].min { abs($0 * power - number) < abs($1 * power - number) } ?? 1
    return Double(String(format: "%.12g", factor * power)) ?? number
  }
}
