/// Whether judgements may lack pairs that nobody compared, as long as the comparisons connect all labels.
public enum JudgementGaps: Sendable {
  /// Every pair must be compared.
  case refused
  /// Pairs may be left open, to be completed from the others.
  case allowed
}
