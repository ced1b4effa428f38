import Diagnostics

/// A formula of a policy: as written, where, and checked.
public struct Formula: Sendable, Equatable {
  /// The formula as written.
  public let text: String
  /// Where it stands in the policy, such as `scorecard.dimensions.customer.measures.deposit.score`.
  public let path: String
  /// Where it stands in the file.
  public let location: SourceLocation
  /// What it means.
  public let expression: CheckedExpression
  /// What its values are.
  public let type: ValueType
  /// The unit of its numbers; nil when it takes the unit that its context needs.
  public let unit: Unit?
  /// Whether a bare number in it may have had a unit of its own.
  let isScaled: Bool

  /// The line of a diagnostic that shows a formula, on one line and cut when very long.
  static func note(_ text: String) -> String {
    let most = 300
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "in the formula \(line.count > most ? line.prefix(most) + " ..." : line)"
  }
}

/// A named formula of a table.
public struct FormulaDeclaration: Sendable, Equatable {
  /// The name that other formulas use.
  public let name: String
  /// The formula.
  public let formula: Formula
}

/// A result: a formula of everything that the scorecard gives.
public struct ResultDeclaration: Sendable, Equatable {
  /// The name that other results use, and that of the output column.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// The formula.
  public let formula: Formula
}
