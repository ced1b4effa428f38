import ScorecardPolicy
import ScoringPlan

extension SQLScope {
  /// A text that is equal for subjects of one group and never NULL: to join and group by.
  func group(_ register: Register?) -> String {
    guard let register else { return "''" }
    return dialect.byteOrdered("COALESCE('=' || \(column(register)), '')")
  }

  /// The condition that a subject counts, of those that none of some truths holds of.
  func counts(leavingOut ineligible: [Register] = []) -> String {
    (["rejected IS NULL"]
      + ineligible.map { "CASE WHEN \(column($0)) THEN 0 ELSE 1 END = 1" })
      .joined(separator: " AND ")
  }

  /// The score key by which people are compared; those without one come last.
  func rankKey(_ register: Register) -> String {
    "COALESCE(\(scoreKey(register)), \(dialect.whole(-Int64.max)))"
  }
}

extension Title? {
  /// The title after what it is the title of, in one line.
  var asComment: String {
    guard let text = self?.text(in: .english) else { return "" }
    return ": " + text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
