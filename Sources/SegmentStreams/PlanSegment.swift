import ScoringPlan

/// A part of a plan: stages over the population, which run elsewhere, and then stages that each look
/// at one subject, which a filter runs.
public struct PlanSegment: Sendable {
  /// Its number, from 0.
  public let number: Int
  /// The stages over the population, by their index in `Plan.stages`; none in the first segment.
  public let populationStages: Range<Int>
  /// The stages that look at one subject, by their index in `Plan.stages`.
  public let rowStages: Range<Int>
  /// What the stages over the population give each subject, in the order of the fields that the filter
  /// reads after key and blob.
  public let populationResults: [Register]
  /// The columns that the filter writes for the population stages of the next segment; none in the
  /// last segment.
  public let carried: [CarriedColumn]
  /// The names of `carried`, in order.
  public let carriedNames: [String]
  /// Whether results come of it.
  public let isLast: Bool
  /// The registers that the next segment is given in the blob.
  let kept: [KeptRegister]

  /// The names of the fields of every line that the filter writes. Lines of subjects (`S`) have what
  /// `subjectFields` says, lines of rejected rows (`R`) what `rejectFields` says; the rest of a line is
  /// empty fields.
  public var fieldCount: Int { max(subjectFields.count, Self.rejectFields.count) }

  /// The fields of a line of a subject: `kind`, `key`, then `blob` and the carried columns, or in the
  /// last segment `csvline`.
  public var subjectFields: [String] {
    ["kind", "key"] + (isLast ? ["csvline"] : ["blob"] + carriedNames)
  }

  /// The fields of a line of a rejected row.
  public static let rejectFields = ["kind", "key", "table", "column", "reason", "row"]
}
