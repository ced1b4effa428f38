import ScoringEngine
import ScoringPlan

/// How sums and means over people move with judgements, group by group.
struct StatisticSlopes: Sendable {
  /// The statistics by the register that takes them, with the slope of each group.
  private var known: [Register: (statistic: Statistic, groups: [[UInt8]?: JudgementSlope])] = [:]

  /// Those of a program for the people whom a run publishes; statistics of later stages are found with
  /// those of earlier ones.
  init(
    _ program: SlopeProgram, _ scored: ScoredPopulation, _ subjects: [Int], _ threads: Int
  ) {
    let stages = Dictionary(grouping: program.statistics, by: \.stage)
    for stage in stages.keys.sorted() {
      let statistics = (stages[stage] ?? []).map(\.statistic)
      let earlier = self
      let sources = JudgementDerivatives.map(subjects, threads) { subject in
        let evaluation = scored.evaluation(of: subject)
        let slopes = program.slopes(evaluation) { earlier.slope(of: $0, for: evaluation) }
        return statistics.map { statistic in
          Source(
            group: Self.group(statistic, evaluation), value: evaluation[statistic.source],
            slope: slopes[statistic.source] ?? .constant)
        }
      }
      for (index, statistic) in statistics.enumerated() {
        known[statistic.result] = (statistic, Self.groups(statistic, sources.map { $0[index] }))
      }
    }
  }

  private struct Source: Sendable {
    let group: [UInt8]?
    let value: Value
    let slope: JudgementSlope
  }

  /// The slope of a statistic for one person; constant of one that is not known yet.
  func slope(of register: Register, for evaluation: Evaluation) -> JudgementSlope {
    guard let (statistic, groups) = known[register] else { return .constant }
    return groups[Self.group(statistic, evaluation)] ?? .constant
  }

  /// The text that makes a person's group; nil where it is missing, or all are one group.
  private static func group(_ statistic: Statistic, _ evaluation: Evaluation) -> [UInt8]? {
    guard let register = statistic.group, case .text(let text) = evaluation[register] else {
      return nil
    }
    return Array(text.utf8)
  }

  private static func groups(
    _ statistic: Statistic, _ sources: [Source]
  ) -> [[UInt8]?: JudgementSlope] {
    let counted = sources.filter { if case .number = $0.value { true } else { false } }
    return Dictionary(grouping: counted, by: \.group).mapValues { members in
      let factor = statistic.function == .average ? 1 / Double(members.count) : 1
      return .sum(members.map { (factor, $0.slope) })
    }
  }
}
