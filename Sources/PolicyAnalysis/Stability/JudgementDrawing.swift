/// How all judgements of a policy are drawn at random round those that were given.
public enum JudgementDrawing: Sendable {
  /// Each judgement evenly within so many steps of the scale 1/9 ... 9, above 0; where priorities of
  /// respondents are aggregated, each respondent's.
  case steps(Double)
  /// For the weighing at each path its judgements within bounds of their own, one range for each judgement
  /// of the upper triangle; the judgements of other weighings stay as they are.
  case intervals([String: [ClosedRange<Double>]])
  /// As many respondents as there are, with replacement, the same ones in all weighings that the same
  /// respondents judged; weighings without a panel stay as they are.
  case panel
  /// Another expert, by the means and variances of the panel's logarithms; weighings without a panel stay
  /// as they are.
  case panelSpread
}
