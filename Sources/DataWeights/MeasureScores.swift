import ScoringEngine
import ScoringPlan

/// The scores of a policy's weighted measures, of everybody who has all of them.
///
/// Scores are points where more is better, whatever the data behind them, after each measure's floor and
/// cap: so the policy has settled direction and units.
public struct MeasureScores: Sendable {
  /// A measure and its dimension.
  public struct Name: Hashable, Sendable {
    /// The dimension.
    public let dimension: String
    /// The measure.
    public let measure: String
  }

  /// The measures, in the policy's order; bonuses are not weighted and not among them.
  public let names: [Name]
  /// Their scores, labelled `dimension.measure`.
  public let data: DataColumns
  /// How many people have scores.
  public let scoredCount: Int
  /// How many of these lack a measure and are left out.
  public let leftOutCount: Int
  /// The measure that most of them lack; nil when nobody is left out.
  public let oftenestLacking: String?

  /// The scores of a run that kept them (`ScoringOptions.keepsMeasures`), of one dimension or all; nil
  /// when there is no such dimension, or the run kept none.
  public init?(_ scored: ScoredPopulation, dimension: String? = nil) {
    let weighted = scored.plan.layout.dimensions.filter {
      !$0.isBonus && (dimension == nil || $0.name == dimension)
    }
    let measures = weighted.flatMap { dimension in dimension.measures.map { (dimension, $0) } }
    let columns = measures.compactMap { scored.column($0.1.score) }
    guard !measures.isEmpty, columns.count == measures.count else { return nil }
    names = measures.map { Name(dimension: $0.0.name, measure: $0.1.name) }
    let labels = names.map { "\($0.dimension).\($0.measure)" }
    var values = columns.map { _ in [Double]() }
    var lacking = columns.map { _ in 0 }
    var (count, leftOut) = (0, 0)
    for subject in 0..<scored.population.subjectCount where !scored.isRejected(subject) {
      count += 1
      let row = columns.map { $0[subject] }
      if row.contains(where: { $0 == nil }) {
        leftOut += 1
        for (index, value) in row.enumerated() where value == nil { lacking[index] += 1 }
      } else {
        for (index, value) in row.enumerated() { values[index].append(value ?? 0) }
      }
    }
    (scoredCount, leftOutCount) = (count, leftOut)
    let most = lacking.indices.max { lacking[$0] < lacking[$1] }
    oftenestLacking = leftOut > 0 ? most.map { labels[$0] } : nil
    data = DataColumns(labels: labels, columns: values)
  }
}
