import ScoringEngine
import ScoringPlan

/// What a user may choose about a result that changes its bytes.
public struct ResultOptions: Hashable, Sendable, Encodable {
  /// The order of rows as in the files.
  public static let inputOrder = "input"

  /// What stands in the column `period`; nil for no such column.
  public var period: String?
  /// `input`, or the name of a ranking.
  public var sort: String
  /// Whether the scores of measures are written too.
  public var measures: Bool
  /// Whether rows at fault go to a file of their own instead of stopping the job.
  public var rejects: Bool

  /// Options; by default the order of the files, and no period, measures or rejects.
  public init(
    period: String? = nil, sort: String = inputOrder, measures: Bool = false, rejects: Bool = false
  ) {
    self.period = period
    self.sort = sort
    self.measures = measures
    self.rejects = rejects
  }

  /// Reads `period`, `sort`, `measures`, `rejects`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    period = try value.optional("period")?.text
    sort = try value.value("sort").text
    measures = try value.value("measures").truth
    rejects = try value.value("rejects").truth
  }

  /// The order of rows under a plan; nil when it has no such ranking.
  public func order(in plan: Plan) -> ResultOrder? {
    if sort == Self.inputOrder { return .input }
    return plan.rankings.first { $0.name == sort }.map { .ranking($0) }
  }
}
