/// A subject whose present grade is not safe: fewer draws than a limit give it.
public struct FragileSubject: Sendable, Equatable {
  /// What tells the draws that keep a grade from those that lose it most clearly.
  public struct Difference: Sendable, Equatable {
    /// What is drawn, by its place in `PolicyStability.inputs`.
    public let input: Int
    /// Its mean in the draws that keep the grade: of judgements the geometric mean.
    public let kept: Double
    /// Its mean in the draws that lose it.
    public let lost: Double
    /// The distance of the two means (of logarithms) in standard deviations of all draws; below 0 where the
    /// judgement is smaller in the draws that lose the grade.
    public let deviations: Double
  }

  /// Its place among the subjects of the analysis.
  public let subject: Int
  /// The grade, by its place in `PolicyStability.grades`.
  public let grade: Int
  /// The share of draws in which it keeps the grade that it has.
  public let keptShare: Double
  /// The label that it most often has else, by its place among the labels; nil where it loses the grade
  /// only by being rejected.
  public let other: Int?
  /// The smallest move of one judgement alone, among those tried, by which it has another grade; nil where
  /// none of them does it.
  public let flip: JudgementMove?
  /// The label that it has then, by its place among the labels.
  public let flipLabel: Int?
  /// What differs most between the draws that keep and those that lose the grade; nil where nothing does.
  public let difference: Difference?
}
