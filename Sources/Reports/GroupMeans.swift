import ScoringEngine
import ScoringPlan

/// The means of each group, which people are compared with.
///
/// All sums are exact and rounded once, so that no order of rows matters. Rejected subjects count
/// nowhere.
public struct GroupMeans: Sendable {
  /// With how many people at least a mean is shown: a mean of two would tell each the other's score.
  public static let fewest = 3

  /// The means of the people of one group, or of all.
  public struct Means: Sendable {
    /// How many people.
    public let people: Int
    /// The mean of the total.
    public let total: Double
    /// The mean of the value after the gates; of the total where there are none.
    public let final: Double
    /// The mean of each dimension's score.
    public let scores: [Double]
    /// The mean of what each dimension adds to the total.
    public let points: [Double]
    /// The mean of each measure's score, dimension by dimension, over those who have one; nil where
    /// nobody has, or the run did not keep them.
    public let measures: [[Double?]]
  }

  /// The means of all.
  public let all: Means
  /// The column that makes groups; nil where all are together.
  var column: String? { groups.column }
  private let groups: ReportGroups
  private let byGroup: [Int: Means]

  /// The means of a run: of measures too, where it kept their scores. O(subjects * measures).
  public init(_ scored: ScoredPopulation, _ groups: ReportGroups) {
    let subjects = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    let numbers = Dictionary(
      Set(subjects.map(groups.code)).sorted().enumerated().map { ($1, $0) }
    ) { first, _ in first }
    let members = subjects.map { (subject: $0, group: numbers[groups.code(of: $0)] ?? 0) }
    let sums = MeanSums(scored, members, groupCount: numbers.count)
    self.groups = groups
    byGroup = numbers.mapValues { sums.means(of: $0) }
    all = sums.means(of: numbers.count)
  }

  /// The means of a subject's group, however small.
  func own(_ subject: Int) -> Means? { byGroup[groups.code(of: subject)] }

  /// What a subject is compared with: its group, or all where the group is too small to show a mean;
  /// nil where all are too few as well.
  func shown(for subject: Int) -> (means: Means, group: String?)? {
    if groups.column != nil, let means = own(subject), means.people >= Self.fewest {
      return (means, groups.text(of: subject) ?? "")
    }
    return all.people >= Self.fewest ? (all, nil) : nil
  }
}

/// Adds up columns by group; the last group is all.
private struct MeanSums {
  private let people: [Int]
  private let total: [Double]
  private let final: [Double]
  private let scores: [[Double]]
  private let points: [[Double]]
  private let measures: [[[Double?]]]

  init(_ scored: ScoredPopulation, _ members: [(subject: Int, group: Int)], groupCount: Int) {
    let plan = scored.plan
    func means(_ value: (Int) -> Double?) -> [Double?] {
      var sums = [ExactSum](repeating: ExactSum(), count: groupCount + 1)
      var counts = [Int](repeating: 0, count: groupCount + 1)
      for (subject, group) in members {
        guard let value = value(subject), value.isFinite else { continue }
        for place in [group, groupCount] {
          sums[place].add(value)
          counts[place] += 1
        }
      }
      return zip(sums, counts).map { $1 == 0 ? nil : $0.rounded() / Double($1) }
    }
    func means(of register: Register) -> [Double?] {
      guard let column = scored.column(register) else {
        return [Double?](repeating: nil, count: groupCount + 1)
      }
      return means { column[$0] }
    }
    var people = [Int](repeating: 0, count: groupCount + 1)
    for member in members { people[member.group] += 1 }
    people[groupCount] = members.count
    self.people = people
    total = means(of: plan.layout.total).map { $0 ?? 0 }
    final = means(of: plan.layout.final ?? plan.layout.total).map { $0 ?? 0 }
    scores = plan.layout.dimensions.map { means(of: $0.score).map { $0 ?? 0 } }
    points = plan.layout.dimensions.map { dimension in
      let score = scored.column(dimension.score)
      let own = dimension.weight.register.flatMap(scored.column)
      let shared = dimension.weight.slot.map { scored.values[$0] }
      return means { subject in
        score?[subject].flatMap { score in (shared ?? own?[subject]).map { $0 * score } }
      }.map { $0 ?? 0 }
    }
    measures = plan.layout.dimensions.map { $0.measures.map { means(of: $0.score) } }
  }

  func means(of group: Int) -> GroupMeans.Means {
    GroupMeans.Means(
      people: people[group], total: total[group], final: final[group],
      scores: scores.map { $0[group] }, points: points.map { $0[group] },
      measures: measures.map { $0.map { $0[group] } })
  }
}
