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
  /// The gates that made the subject ineligible.
  public let barredBy: [ExplainedGate]
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
  /// The gates that made the subject ineligible.
  public let barredBy: [ExplainedGate]
  /// How many subjects are graded together.
  public let count: Int
  /// How many of them are in the same band.
  public let bandCount: Int
  /// The text of the group that is graded, when not all are.
  public let group: String?
  /// What decided between the subject and those of another band whose published value is the same:
  /// the name of a tie-break or of the key; nil when the value itself decided.
  public let decidedBy: String?
  /// The published value that is graded; nil where the subject is ineligible.
  public let value: Double?
  /// The next better band, when there is one that someone can be in.
  public let next: NextBand?
  /// The band below, when the subject's value could fall so far that it would come to stand there.
  public let lower: LowerBand?
  /// Whether nobody's value in the band is larger.
  public let isFirstInBand: Bool
  /// Whether nobody's value in the band is smaller.
  public let isLastInBand: Bool
}

/// What lies between a subject and the band below.
public struct LowerBand: Sendable {
  /// The band.
  public let band: Grading.Band
  /// How far the subject's published value is above the cut: above the largest that is below the
  /// band's minimum, or, where seats or shares are counted, above that of the first in the band below.
  public let margin: Double
}

/// How a band of a grade is filled in one group.
public struct BandUse: Sendable {
  /// Who may be in a band.
  public enum Limit: Sendable, Equatable {
    /// So many subjects.
    case seats(Int)
    /// A share of the group.
    case share(Double)
    /// Whose published value is not below it.
    case minimum(Double)
    /// All that bands above have left.
    case rest
  }

  /// The band.
  public let band: Grading.Band
  /// How many are in it.
  public let count: Int
  /// Who may be.
  public let limit: Limit
}

/// What lies between a subject and the next better band.
public struct NextBand: Sendable {
  /// A measure by which the subject could reach the band alone.
  public struct Step: Sendable {
    /// The dimension's name.
    public let dimension: String
    /// The dimension's title for people.
    public let dimensionTitle: Title?
    /// The measure's name.
    public let measure: String
    /// The measure's title for people.
    public let title: Title?
    /// The measure's score now.
    public let score: Double
    /// The score that it would need, all else equal, in published decimals; its cap allows it.
    public let needed: Double

    /// How much the score would have to rise.
    public var change: Double { needed - score }
  }

  /// The band.
  public let band: Grading.Band
  /// The published value that surely leads to the band or a better one: its minimum, or, where seats
  /// or shares are counted, one unit of the last decimal more than that of the last who has one.
  public let needed: Double
  /// How much the subject's published value lacks.
  public let gap: Double
  /// Measures that would bring it, the smallest change of a score first, five at most; empty when
  /// none was found that could alone.
  public let steps: [Step]
}
