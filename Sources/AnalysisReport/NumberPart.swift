import PolicyAnalysis
import Reports
import ScorecardPolicy

/// One number of a policy, and what comes of each value tried.
package struct NumberPart: Encodable, Sendable {
  /// One value.
  struct Point: Encodable, Sendable {
    let value: Double
    let text: String
    let isPresent: Bool
    let gradeChanges: Int?
    let gradesUp: Int
    let gradesDown: Int
    /// The mean shift of ranks.
    let rankShift: Double
    /// In the unit of pay.
    let payrollChange: Double?
    /// Why the policy cannot have the value.
    let refusal: String?
  }

  let path: String
  let label: PageText
  let kind: String
  let unit: PageText?
  let presentText: String
  let points: [Point]

  /// What came of the values of a number, with what people call it.
  package init(_ response: NumberResponse, _ labels: NumberLabels) {
    let number = response.number
    (path, kind) = (number.path, number.kind.rawValue)
    label = labels.label(at: number.path)
    unit = number.unit.flatMap { UnitText($0).text }
    presentText = Self.text(number.value ?? 0, number)
    points = response.points.map { point in
      Point(
        value: point.value, text: Self.text(point.value, number), isPresent: point.isPresent,
        gradeChanges: point.effect?.gradeChanges, gradesUp: point.effect?.gradesUp ?? 0,
        gradesDown: point.effect?.gradesDown ?? 0, rankShift: point.effect?.meanRankShift ?? 0,
        payrollChange: point.effect?.payroll?.change, refusal: point.refusal)
    }
  }

  /// Judgements as people write them; weights with three decimals, for they are results of arithmetic; others
  /// without their unit.
  package static func text(_ value: Double, _ number: PolicyNumber) -> String {
    if number.kind == .judgement { return number.text(of: value) }
    guard number.kind == .weight else { return value.asWritten }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(abs(thousandths) % 1000)
    return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

/// A unit's name in both languages; nothing for plain numbers, what is counted and ratios.
package struct UnitText {
  /// The name; nil where none is shown.
  package let text: PageText?

  /// The name of a unit.
  package init(_ unit: Unit) {
    let (english, chinese) = (Wording(.english).unit(unit), Wording(.chinese).unit(unit))
    let isBare = [.none, Unit(.count), Unit(.ratio)].contains(unit)
    text = isBare ? nil : PageText(english, chinese.isEmpty ? english : chinese)
  }
}
