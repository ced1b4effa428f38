/// One respondent of the panels behind a policy's weights: what the respondent's judgements do to people,
/// and to the respondent, where that is one of the people appraised.
public struct PanelRespondent: Sendable {
  /// What leaving the respondent out does to all people.
  public struct Absence: Sendable {
    /// How subjects move in each ranking, in the policy's order.
    public let movements: [RankMovement]
    /// The most ranks that anybody moves in each ranking.
    public let largestMoves: [Int]
    /// How many get another grade, of each kind in the policy's order.
    public let gradeChanges: [Int]
    /// What it does to what is paid; nil where the policy says nothing of it.
    public let payroll: PayrollChange?
  }

  /// The name.
  public let name: String
  /// The paths of the weighings that the respondent judged.
  public let paths: [String]
  /// The key of the subject that the respondent is; nil for one who is none.
  public let key: String?
  /// Where that subject stands by the whole panel; nil for one who is none, or is rejected.
  public let standing: PanelStanding?
  /// Where it would stand by the respondent's own judgements alone; nil too where the respondent has not
  /// compared every pair.
  public let own: PanelStanding?
  /// Where it would stand by the judgements of the others; nil too where they have not compared enough.
  public let others: PanelStanding?
  /// What leaving the respondent out does; nil where the others have not compared enough.
  public let absence: Absence?
}
