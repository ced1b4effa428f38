extension JudgementSet {
  /// What a respondent said of a row against a column, both from 0; nil where they are the same or the
  /// respondent has not compared them.
  public func judgement(of respondent: Respondent, row: Int, column: Int) -> Judgement? {
    guard row != column, let given = respondent.judgements[Pair(row, column)] else { return nil }
    return row < column ? given : given.reciprocal
  }
}
