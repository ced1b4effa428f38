/// How years of two or three digits are counted: `years:` of a map.
public enum YearsDecision: String, Hashable, Sendable, CaseIterable {
  /// From the founding of the Republic: 113 is 2024.
  case minguo
  /// Years of three digits reject their rows.
  case reject
}
