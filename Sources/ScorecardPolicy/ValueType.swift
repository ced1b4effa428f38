/// What a column's cells or a formula's values are.
public enum ValueType: String, Sendable, CaseIterable {
  case number
  case text
  case truth
}
