import ScorecardPolicy
import ScoringPlan

/// Where a subject stands among the others.
public struct SubjectStanding: Sendable {
  /// The texts of the subject's row, by column.
  public let texts: [(name: String, value: String)]
  /// The place in each ranking, in the policy's order.
  public let places: [RankPlace]
  /// The place in each grade, in the policy's order.
  public let grades: [GradePlace]
}

/// A subject's place in a ranking.
public struct RankPlace: Sendable {
  /// The ranking's name.
  public let ranking: String
  /// The ranking's title for people.
  public let title: Title?
  /// The rank; nil where the subject is ineligible.
  public let rank: Int?
  /// How many subjects are ranked together.
  public let count: Int
  /// The text of the group that is ranked, when not all are.
  public let group: String?
}

/// A subject's place in a grade.
public struct GradePlace: Sendable {
  /// The grade's name.
  public let name: String
  /// The grade's title for people.
  public let title: Title?
  /// The band; nil where the subject is ineligible.
  public let band: Grading.Band?
  /// How many subjects are graded together.
  public let count: Int
  /// How many of them are in the same band.
  public let bandCount: Int
  /// The text of the group that is graded, when not all are.
  public let group: String?
  /// What decided between the subject and those of another band whose published value is the same:
  /// the name of a tie-break or of the key; nil when the value itself decided.
  public let decidedBy: String?
  /// The next better band, when there is one that someone can be in.
  public let next: NextBand?
}

/// What lies between a subject and the next better band.
public struct NextBand: Sendable {
  /// A measure by which the subject could reach the band alone.
  public struct Step: Sendable {
    /// The dimension's name.
    public let dimension: String
    /// The measure's name.
    public let measure: String
    /// The measure's title for people.
    public let title: Title?
    /// The measure's score now.
    public let score: Double
    /// The score that it would need, all else equal.
    public let needed: Double
    /// Whether the measure's cap allows that score.
    public let isWithinCap: Bool
  }

  /// The band.
  public let band: Grading.Band
  /// The published value that is needed.
  public let needed: Double
  /// How much the subject's published value lacks; 0 where only a tie-break lacks.
  public let gap: Double
  /// The measures that could bring it, the smallest change of a score first; empty when no measure
  /// moves what is graded.
  public let steps: [Step]
}
