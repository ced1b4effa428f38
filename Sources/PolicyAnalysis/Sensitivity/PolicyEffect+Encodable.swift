extension PolicyEffect: Encodable {
  private enum CodingKeys: CodingKey {
    case compared, unmatched, gradeChanges, gradesUp, gradesDown, rankMovers, meanRankShift
    case scoreChanges, payroll
  }

  private enum PayrollKeys: CodingKey { case before, after, paidMore, paidLess }

  /// As an object; what is paid stands in one of its own, without sums beyond all numbers, for JSON has no
  /// infinity.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(compared, forKey: .compared)
    try values.encode(unmatched, forKey: .unmatched)
    try values.encodeIfPresent(gradeChanges, forKey: .gradeChanges)
    try values.encode(gradesUp, forKey: .gradesUp)
    try values.encode(gradesDown, forKey: .gradesDown)
    try values.encode(rankMovers, forKey: .rankMovers)
    try values.encode(meanRankShift, forKey: .meanRankShift)
    try values.encode(scoreChanges, forKey: .scoreChanges)
    guard let payroll else { return }
    var pay = values.nestedContainer(keyedBy: PayrollKeys.self, forKey: .payroll)
    if payroll.before.isFinite { try pay.encode(payroll.before, forKey: .before) }
    if payroll.after.isFinite { try pay.encode(payroll.after, forKey: .after) }
    try pay.encode(paidMore, forKey: .paidMore)
    try pay.encode(paidLess, forKey: .paidLess)
  }
}
