import Foundation
import ScoringEngine
import ScoringPlan

/// The files by which a program in another language is given the same numbers to work on.
///
/// Little-endian and without headers, so that every language reads them in one call:
///
/// - `scores.f64`: the dimension scores, one dimension after another, as in the policy;
/// - `groups.i32`: for each subject the number of its group, from 0;
/// - `weights.f64`: the weights to change to, one for each dimension;
/// - `totals.f64`, `overall.i32` and `within.i32`: the totals with these weights and the ranks by
///   them, which the other program must come to as well.
struct Exchange {
  let scores: [[Double]]
  let groups: [Int32]
  let weights: [Double]
  let totals: [Double]
  let overall: [Int32]
  let within: [Int32]

  /// The subjects that are not rejected, in groups of the first ranking that has any.
  init(_ scored: ScoredPopulation, reweighted: ScoredPopulation) throws {
    let plan = scored.plan
    let subjects = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    scores = try plan.layout.dimensions.map { dimension in
      guard let column = scored.column(dimension.score) else {
        throw BenchmarkError("the scores of \(dimension.name) were not kept")
      }
      return subjects.map { column[$0] ?? 0 }
    }
    let within = plan.rankings.lazy.compactMap(\.within).first
    let column = within.flatMap(scored.column)
    var numbers: [Double: Int32] = [:]
    groups = subjects.map { subject in
      let group = column?[subject] ?? 0
      if let number = numbers[group] { return number }
      let number = Int32(numbers.count)
      numbers[group] = number
      return number
    }
    weights = Self.descendingWeights(plan.layout.dimensions)
    totals = try Self.values(plan.layout.total, subjects, reweighted)
    overall = try Self.ranks({ $0.within == nil }, subjects, reweighted)
    self.within = try Self.ranks({ $0.within != nil }, subjects, reweighted)
  }

  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(scores.flatMap(\.self), to: "\(folder)/scores.f64")
    try write(groups, to: "\(folder)/groups.i32")
    try write(weights, to: "\(folder)/weights.f64")
    try write(totals, to: "\(folder)/totals.f64")
    try write(overall, to: "\(folder)/overall.i32")
    try write(within, to: "\(folder)/within.i32")
  }

  /// 0.4, 0.3, 0.2, 0.1 for four dimensions, and 1 for a bonus.
  static func descendingWeights(_ dimensions: [DimensionLayout]) -> [Double] {
    let count = dimensions.count { !$0.isBonus }
    var rest = count
    return dimensions.map { dimension in
      if dimension.isBonus { return 1 }
      rest -= 1
      return Double(rest + 1) / Double(count * (count + 1) / 2)
    }
  }

  private static func ranks(
    _ isWanted: (Ranking) -> Bool, _ subjects: [Int], _ scored: ScoredPopulation
  ) throws -> [Int32] {
    guard let ranking = scored.plan.rankings.first(where: isWanted) else {
      throw BenchmarkError("the policy does not rank both over all and in groups")
    }
    return try values(ranking.result, subjects, scored).map { Int32($0) }
  }

  private static func values(
    _ register: Register, _ subjects: [Int], _ scored: ScoredPopulation
  ) throws -> [Double] {
    guard let column = scored.column(register) else {
      throw BenchmarkError("a column was not kept")
    }
    return subjects.map { column[$0] ?? 0 }
  }

  private func write<Element>(_ values: [Element], to file: String) throws {
    try values.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: file)) }
  }
}
