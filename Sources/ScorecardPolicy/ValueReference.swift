/// A value of a table's row, by name: its key, a column, a formula, or what the scorecard gives.
public struct ValueReference: Hashable, Sendable {
  /// Where the value comes from.
  public enum Source: Sendable {
    /// The key of the row.
    case key
    /// A column of the table.
    case column
    /// A formula of the table.
    case formula
    /// A dimension's score.
    case dimension
    /// A measure's score, named `dimension.measure`.
    case measure
    /// The total before gates.
    case total
    /// The value after the gates.
    case final
    /// The rank in a ranking; missing where the subject is ineligible.
    case ranking
    /// The name of the band; the empty text where the subject is ineligible.
    case grade
    /// A result of the policy.
    case result

    /// What it is, in words.
    var description: String {
      switch self {
      case .key: "the key"
      case .column: "a column"
      case .formula: "a formula"
      case .dimension: "a dimension"
      case .measure: "a measure"
      case .total: "the total"
      case .final: "the value after the gates"
      case .ranking: "a ranking"
      case .grade: "a grade"
      case .result: "a result"
      }
    }
  }

  /// Where the value comes from.
  public let source: Source
  /// Its name in the table.
  public let name: String

  /// A reference to a value of that name.
  public init(source: Source, name: String) {
    self.source = source
    self.name = name
  }
}
