import AHP
import Foundation

/// How far respondents differ over one pair.
public struct PairSpread: Hashable, Sendable {
  /// The label that is judged.
  public let row: String
  /// The label it is judged against.
  public let column: String
  /// How many compared them; at least two.
  public let count: Int
  /// The geometric mean of their judgements, unweighted.
  public let mean: Double
  /// e to the sample standard deviation of the logarithms of their judgements, at least 1: a usual
  /// judgement lies between `mean` divided by it and `mean` times it.
  public let deviation: Double
  /// The smallest judgement.
  public let smallest: Judgement
  /// Who gave it, the first by name.
  public let smallestBy: String
  /// The largest judgement.
  public let largest: Judgement
  /// Who gave it, the first by name.
  public let largestBy: String

  /// The spread of every pair that two or more have compared, in reading order.
  public static func all(in set: JudgementSet) -> [PairSpread] {
    let size = set.labels.count
    return (0..<size).flatMap { row in
      (row + 1..<max(size, row + 1)).compactMap { PairSpread(set, row, $0) }
    }
  }

  /// The pair that splits the respondents most, the first in reading order among equals; nil where all
  /// say the same within 1e-12.
  public static func widest(_ spreads: [PairSpread]) -> PairSpread? {
    guard let most = spreads.map(\.deviation).max(), most > 1 + 1e-12 else { return nil }
    return spreads.first { $0.deviation >= most * (1 - 1e-12) }
  }

  private init?(_ set: JudgementSet, _ row: Int, _ column: Int) {
    let given = set.respondents.compactMap { respondent in
      set.judgement(of: respondent, row, column).map { (respondent.name ?? "", $0) }
    }.sorted { ($0.1.value, $0.0) < ($1.1.value, $1.0) }
    guard given.count > 1, let first = given.first, let last = given.last else { return nil }
    let logarithms = given.map { log($0.1.value) }
    let mean = logarithms.reduce(0, +) / Double(given.count)
    let squares = logarithms.map { ($0 - mean) * ($0 - mean) }.sorted().reduce(0, +)
    self.row = set.labels[row]
    self.column = set.labels[column]
    count = given.count
    let isShared = first.1.value == last.1.value
    self.mean = isShared ? first.1.value : exp(mean)
    deviation = isShared ? 1 : exp((squares / Double(given.count - 1)).squareRoot())
    (smallestBy, smallest) = first
    largest = last.1
    largestBy = given.first { $0.1.value == last.1.value }?.0 ?? last.0
  }
}
