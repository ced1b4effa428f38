import PolicyAnalysis
import ScorecardPolicy

/// What a change of policy does to people and pay.
struct ChangePart: Encodable, Sendable {
  /// A number that changes.
  struct Number: Encodable, Sendable {
    let label: PageText
    let unit: PageText?
    /// Nil where the policy does not set it.
    let before: String?
    let after: String?
  }

  /// How many numbers are told one by one.
  private static let most = 12

  /// `against` another policy, or the kind of the one number that changes.
  let kind: String
  /// The other policy's title and version.
  let title: PageText?
  let version: String?
  let numbers: [Number]
  let moreNumbers: Int
  let compared: Int
  /// Nil without grades in common.
  let gradeChanges: Int?
  let rankMovers: Int
  let slopes: SlopePart?
  let payroll: PayrollPart?
  let groups: [GroupPart]

  /// - Parameters:
  ///   - column: the text column whose groups come first; nil for everybody together.
  ///   - group: the group whose ranks are shown; by default that with most grades that change.
  init(_ change: ReportedChange, _ labels: NumberLabels, column: String?, group: String?) {
    let comparison = change.comparison
    let subjects = comparison.subjects
    let numbers: [Number]
    switch change.kind {
    case .policy(let title):
      let plan = comparison.scored.after.plan
      (kind, self.title) = ("against", PageText(title, name: plan.policy))
      version = plan.version
      numbers = comparison.parameters.map { changed in
        Number(
          label: labels.label(at: changed.path), unit: changed.unit.flatMap { UnitText($0).text },
          before: changed.values.before.map(Self.text), after: changed.values.after.map(Self.text))
      }
    case .number(let number, let value):
      (kind, title, version) = (number.kind.rawValue, nil, nil)
      numbers = [
        Number(
          label: labels.label(at: number.path), unit: number.unit.flatMap { UnitText($0).text },
          before: number.value.map { NumberPart.text($0, number) },
          after: NumberPart.text(value, number))
      ]
    }
    self.numbers = Array(numbers.prefix(Self.most))
    moreNumbers = max(0, numbers.count - Self.most)
    compared = subjects.count
    let graded = subjects.grades.map { $0.places }
    gradeChanges =
      graded.isEmpty
      ? nil
      : (0..<subjects.count).count { person in
        graded.contains { $0.before[person] != $0.after[person] }
      }
    rankMovers = (0..<subjects.count).count { subjects.rankChange(of: $0) != 0 }
    slopes = SlopePart(comparison, column: column, group: group)
    payroll = PayrollPart(comparison)
    groups = GroupPart.all(comparison, first: column)
  }

  /// At most four decimals: weights are results of arithmetic.
  private static func text(_ value: Double) -> String {
    ((value * 1e4).rounded() / 1e4).asWritten
  }
}
