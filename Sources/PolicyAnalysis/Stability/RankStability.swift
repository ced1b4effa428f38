import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// How far the ranks of one ranking move over draws. Arrays have one element for each subject of the
/// analysis; nil stands for who has no rank.
public struct RankStability: Sendable {
  /// The shares of draws that the quantiles leave below.
  public static let probabilities = [0.05, 0.5, 0.95]

  /// The name of the ranking.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// The ranks by the judgements as they are.
  public let given: [Int?]
  /// The mean rank of each: the expected rank.
  public let mean: [Double?]
  /// The best rank that each has in any draw.
  public let best: [Int?]
  /// The worst.
  public let worst: [Int?]
  /// For each subject the ranks that 5, 50 and 95 of a hundred draws do not exceed: the smallest rank
  /// with at least that share at or below it.
  public let quantiles: [[Int]]
  /// How many draws the quantiles are from: all, unless there are too many ranks to keep.
  public let quantileDraws: Int
  /// The share of draws in which each is first: the first rank acceptability index.
  public let firstShares: [Double]

  init(
    _ ranking: Ranking, _ plan: DrawPlan, _ scored: ScoredPopulation, _ tally: RankTally,
    _ samples: RankSamples, first: DrawMarks, threads: Int
  ) {
    name = ranking.name
    title = ranking.title
    let column = scored.column(ranking.result)
    given = plan.rows.map { row in column?[row].map { Int($0) } }
    mean = zip(tally.sums, tally.counts).map { $1 == 0 ? nil : Double($0) / Double($1) }
    best = tally.best.map { $0 == .max ? nil : Int($0) }
    worst = tally.worst.map { $0 == 0 ? nil : Int($0) }
    quantiles = Self.quantiles(samples, threads: threads)
    quantileDraws = samples.count
    firstShares = first.counts.map { Double($0) / Double(plan.drawCount) }
  }

  /// How many ranks lie between the 5th and the 95th of a hundred draws of a subject; nil without ranks.
  public func band(of subject: Int) -> Int? {
    quantiles[subject].isEmpty ? nil : quantiles[subject][2] - quantiles[subject][0]
  }

  /// The quantiles of all subjects, of whom some are read at a time.
  private static func quantiles(_ samples: RankSamples, threads: Int) -> [[Int]] {
    let (count, block) = (samples.subjectCount, 16)
    let blocks = PolicyWork.map((count + block - 1) / block, threads: threads) { index in
      samples.ranks(of: index * block..<min(count, (index + 1) * block)).map(quantiles)
    }
    return Array(blocks.joined())
  }

  /// By counting where the ranks lie close together, else by sorting.
  private static func quantiles(_ ranks: [UInt32]) -> [Int] {
    guard let best = ranks.min(), let worst = ranks.max() else { return [] }
    let places = probabilities.map { max(1, Int(($0 * Double(ranks.count)).rounded(.up))) }
    if Int(worst - best) > 16 * ranks.count {
      let sorted = ranks.sorted()
      return places.map { Int(sorted[$0 - 1]) }
    }
    var counts = [Int](repeating: 0, count: Int(worst - best) + 1)
    for rank in ranks { counts[Int(rank - best)] += 1 }
    var quantiles: [Int] = []
    var sum = 0
    for (distance, own) in counts.enumerated() {
      sum += own
      while quantiles.count < places.count, sum >= places[quantiles.count] {
        quantiles.append(Int(best) + distance)
      }
    }
    return quantiles
  }
}
