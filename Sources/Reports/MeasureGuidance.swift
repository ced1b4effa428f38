import ScorecardPolicy
import ScoringPlan

/// What a policy suggests to someone who scores less in a measure than the group does.
public struct MeasureGuidance: Sendable {
  /// How many are told at most.
  public static let shown = 3

  /// The dimension's name.
  public let dimension: String
  /// The measure's name.
  public let measure: String
  /// The measure's title for people.
  public let title: Title?
  /// How many points of the total are lost against the group's mean score, with the subject's own
  /// weights; above zero.
  public let lost: Double
  /// What helps.
  public let text: Title

  /// The guidance for the measures in which most is lost, the largest loss first; empty when nothing
  /// that can be seen is lost in any measure that the policy has guidance for.
  ///
  /// A measure that is left out, or does not apply, loses nothing. The subject's own weights count, so
  /// that what others' weights do is not told as a lack of skill.
  static func list(
    _ explanation: Explanation, _ means: GroupMeans.Means, decimals: Int
  ) -> [MeasureGuidance] {
    var found: [MeasureGuidance] = []
    for (dimension, means) in zip(explanation.dimensions, means.measures) {
      for (measure, mean) in zip(dimension.measures, means) {
        guard let text = measure.guidance, let weight = measure.weight,
          let score = measure.score, let mean
        else { continue }
        let lost = dimension.weight * weight * (mean - score)
        guard let units = ScoreKey.key(of: lost, decimals: decimals), units > 0 else { continue }
        found.append(
          MeasureGuidance(
            dimension: dimension.name, measure: measure.name, title: measure.title, lost: lost,
            text: text))
      }
    }
    return found.enumerated().sorted {
      ($1.element.lost, $0.offset) < ($0.element.lost, $1.offset)
    }.prefix(shown).map(\.element)
  }
}
