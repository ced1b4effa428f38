import ScoringEngine
import ScoringPlan

/// A plan cut before each stage that looks at the population, so that what looks at one subject can run
/// on any number of machines.
///
/// The first segment holds the stages before any that looks at the population; each further one begins
/// with stages over the population and goes on with what looks at one subject, up to the next that
/// looks at the population.
public struct SegmentedPlan: Sendable {
  /// The plan.
  public let plan: Plan
  /// The parameter values that it is run with.
  public let values: ParameterVector
  /// Whether results hold the scores of measures.
  public let writesMeasures: Bool
  /// The segments, in order; the last one's filter writes results.
  public let segments: [PlanSegment]

  /// Cuts a plan.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - values: its own parameter values or others.
  ///   - measures: whether results hold the scores of measures.
  /// - Throws: `UncuttablePlan` when rows of different subjects are compared outside of the stages that
  ///   look at the population.
  public init(
    _ plan: Plan, values: ParameterVector? = nil, measures: Bool = false
  ) throws(UncuttablePlan) {
    let reasons = plan.tables.compactMap(Self.reason)
    guard reasons.isEmpty else { throw UncuttablePlan(reasons: reasons) }
    self.plan = plan
    self.values = values ?? plan.values
    writesMeasures = measures
    segments = SegmentCutter(plan, measures: measures).segments
  }

  /// Why a table's rows cannot be looked at one subject at a time; nil when they can.
  private static func reason(_ table: PlanTable) -> String? {
    guard !table.uniqueBy.isEmpty, !table.uniqueBy.contains(table.keyName) else { return nil }
    let columns = table.uniqueBy.joined(separator: ", ")
    return
      "tables.\(table.name).unique: that no two rows agree in \(columns) is seen only where all rows "
      + "are together; add the key \(table.keyName), or score on one machine"
  }
}
