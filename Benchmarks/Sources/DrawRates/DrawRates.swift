import Foundation
import Glibc
import PolicyAnalysis

/// Ranks of many people by many draws of weights, for `Benchmarks/draws`:
///
/// - `prepare FOLDER PEOPLE DRAWS` writes scores and weights, and what comes of them, as plain columns;
/// - `time FOLDER PEOPLE DRAWS THREADS` prints the seconds of one run on the same, after its answers were
///   held against those;
/// - `whole FOLDER PEOPLE DRAWS THREADS` prints the seconds of a whole analysis of grades and ranks: draws of
///   judgements, ranks and grades, quantiles, and the judgement that flips each grade that is not safe.
@main
struct DrawRates {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    let numbers = words.dropFirst(2).compactMap { Int($0) }
    guard let task = words.first, let folder = words.dropFirst().first, numbers.count >= 2 else {
      throw Fault("DrawRates prepare|time|whole FOLDER PEOPLE DRAWS [THREADS]")
    }
    let (people, draws, threads) = (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 1)
    let exchange = Exchange(folder: folder)
    switch task {
    case "prepare": try prepare(exchange, people, draws)
    case "time": try time(exchange, people, draws, threads)
    case "whole": try whole(people, draws, threads)
    default: throw Fault("there is no task \(task)")
    }
  }

  private static func prepare(_ exchange: Exchange, _ people: Int, _ draws: Int) throws {
    let bank = try Bank(people: people, hasGrades: false)
    let weights = try bank.weights(draws: draws)
    try exchange.write(bank.scores.flatMap(\.self), to: "scores.f64")
    try exchange.write(weights, to: "weights.f64")
    let scored = bank.scored
    let all = try PolicyDraws([bank.weighing], weights: weights)
    let ranks = ExpectedRanks.all(scored, draws: all, threads: 2)[0]
    // The plain way, which runs the plan for each draw, on as many draws as take a moment.
    let some = min(draws, 200)
    let few = try PolicyDraws([bank.weighing], weights: Array(weights.prefix(some * 5)))
    guard
      ExpectedRanks.all(scored, draws: few, fast: true)
        == ExpectedRanks.all(scored, draws: few, threads: 2, fast: false)
    else { throw Fault("weighted sums give other ranks than the plan") }
    try exchange.write(ranks.mean.map { ($0 ?? 0) * Double(draws) }, to: "sums.f64")
    try exchange.write(ranks.best.map { Double($0 ?? 0) }, to: "best.f64")
    try exchange.write(ranks.worst.map { Double($0 ?? 0) }, to: "worst.f64")
  }

  private static func time(
    _ exchange: Exchange, _ people: Int, _ draws: Int, _ threads: Int
  ) throws {
    let bank = try Bank(people: people, hasGrades: false)
    let made = try PolicyDraws([bank.weighing], weights: try exchange.read("weights.f64"))
    guard made.count == draws else { throw Fault("there are \(made.count) draws") }
    let scored = bank.scored
    let start = now()
    let ranks = ExpectedRanks.all(scored, draws: made, threads: threads)[0]
    let seconds = now() - start
    let (best, worst) = (try exchange.read("best.f64"), try exchange.read("worst.f64"))
    guard ranks.best.map({ Double($0 ?? 0) }) == best,
      ranks.worst.map({ Double($0 ?? 0) }) == worst,
      try zip(ranks.mean, exchange.read("sums.f64")).allSatisfy({
        abs(($0 ?? 0) * Double(draws) - $1) < 0.5
      })
    else { throw Fault("another answer") }
    print(seconds)
  }

  private static func whole(_ people: Int, _ draws: Int, _ threads: Int) throws {
    let bank = try Bank(people: people, hasGrades: true)
    let start = now()
    let made = try PolicyDraws(
      bank.weighings, drawing: .steps(0.5), count: draws, seed: 1, threads: threads)
    let drawn = now()
    let stability = try PolicyStability(
      bank.plan, bank.population, draws: made, threads: threads)
    let end = now()
    guard stability.isFast, stability.rows.count == people else { throw Fault("another way") }
    print(end - start, drawn - start, stability.fragile.count)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What went wrong.
struct Fault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Columns of doubles in a folder, little-endian and without headers.
struct Exchange {
  let folder: String

  func write(_ values: [Double], to file: String) throws {
    try values.withUnsafeBytes {
      try Data($0).write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
    }
  }

  func read(_ file: String) throws -> [Double] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
    return data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
  }
}
