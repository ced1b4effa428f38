import ScorecardPolicy
import ScoringPlan

/// The way from a group's mean to one subject's score, dimension by dimension.
///
/// Each part is what the dimension adds to the subject's total less the mean of what it adds to the
/// group's: where all have the same weights, weight times the difference of the scores. Printed
/// parts add up to the printed difference, by the method of the largest remainder.
public struct GroupComparison: Sendable {
  /// One step of the way.
  public struct Part: Sendable {
    /// The dimension's name; `gates` for all gates together.
    public let name: String
    /// The dimension's title for people.
    public let title: Title?
    /// Whether it is what the gates did.
    public let isGates: Bool
    /// What it adds to the subject's score.
    public let own: Double
    /// The mean of what it adds to the group's.
    public let mean: Double
    /// The difference as printed.
    public let printed: String

    /// The difference.
    public var difference: Double { own - mean }
  }

  /// The column that makes groups; nil where all are together, or compared with all.
  public let column: String?
  /// The group's text, empty for those without one; nil where the subject is compared with all.
  public let group: String?
  /// How many people the mean is of, the subject among them.
  public let people: Int
  /// The mean of the final value.
  public let mean: Double
  /// The mean as printed.
  public let printedMean: String
  /// The steps, in the policy's order.
  public let parts: [Part]
  /// The means of all that a page shows.
  public let means: GroupMeans.Means

  /// The way of a subject; nil where too few people are there to show a mean.
  init?(_ explanation: Explanation, _ plan: Plan, _ groupMeans: GroupMeans, subject: Int) {
    guard let (means, group) = groupMeans.shown(for: subject) else { return nil }
    self.means = means
    (self.group, people, mean) = (group, means.people, means.final)
    column = group == nil ? nil : groupMeans.column
    var steps = zip(explanation.dimensions, means.points).map { dimension, mean in
      (name: dimension.name, title: dimension.title, own: dimension.points, mean: mean)
    }
    let gates = (own: explanation.final - explanation.total, mean: means.final - means.total)
    let hasGates = gates.own != 0 || gates.mean != 0
    if hasGates { steps.append((name: "gates", title: nil, own: gates.own, mean: gates.mean)) }
    let printer = DifferencePrinter(decimals: plan.decimals)
    printedMean = printer.text(means.final)
    let texts = printer.parts(
      steps.map { $0.own - $0.mean }, from: means.final, to: explanation.final)
    parts = steps.indices.map { index in
      let step = steps[index]
      return Part(
        name: step.name, title: step.title, isGates: hasGates && index == steps.count - 1,
        own: step.own, mean: step.mean, printed: texts[index])
    }
  }
}

/// Prints differences that add up.
private struct DifferencePrinter {
  let decimals: Int

  func text(_ number: Double) -> String { PrintedParts.text(number, decimals: decimals) }

  func parts(_ parts: [Double], from start: Double, to end: Double) -> [String] {
    guard let first = ScoreKey.key(of: start, decimals: decimals),
      let last = ScoreKey.key(of: end, decimals: decimals),
      case (let whole, false) = last.subtractingReportingOverflow(first),
      let units = PrintedParts.round(parts, units: whole, decimals: decimals)
    else { return parts.map(text) }
    return units.map { PrintedParts.text($0, decimals: decimals) }
  }
}
