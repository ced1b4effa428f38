import PolicyAnalysis
import ScorecardPolicy

/// The change of policy whose effect on people a report shows.
public struct ReportedChange: Sendable {
  /// Where a change comes from.
  public enum Kind: Sendable {
    /// Another policy, by its title.
    case policy(Title)
    /// One number of the policy, and the value that it has instead.
    case number(PolicyNumber, Double)
  }

  /// Where it comes from.
  public let kind: Kind
  /// What it does.
  public let comparison: PolicyComparison

  /// A change and what it does.
  public init(_ kind: Kind, _ comparison: PolicyComparison) {
    (self.kind, self.comparison) = (kind, comparison)
  }

  /// The value whose effect is largest among those tried: of a judgement if one of them moves anybody, else
  /// of any number; nil where none does. By grades, then by the mean shift of ranks; the first of equals.
  public static func strongest(
    _ responses: [NumberResponse]
  ) -> (number: PolicyNumber, value: Double)? {
    let moving = responses.filter(\.movesAnybody)
    let judgements = moving.filter { $0.number.kind == .judgement }
    guard let response = (judgements.isEmpty ? moving : judgements).byEffect.first else {
      return nil
    }
    let points = response.points.compactMap { point in
      point.effect.map { (value: point.value, $0.gradeChanges ?? 0, $0.meanRankShift) }
    }
    var best = points.first
    for point in points.dropFirst() {
      if let found = best, (point.1, point.2) > (found.1, found.2) { best = point }
    }
    return best.map { (response.number, $0.value) }
  }
}
