import AHP
import Foundation
import PriorityBatches
import SeededRandom

/// Times the priorities of random matrices on one core.
///
/// `draw FILE SIZE COUNT` writes random judgements. `solve FILE SIZE COUNT RESULTS` solves them and
/// prints the seconds that this took, on the wall and of the processor. `one FILE SIZE TIMES` solves the
/// first of them again and again and prints the processor's seconds of each time, then those of the
/// whole analysis, and the consistency ratio. Files are little-endian doubles without a header, so that
/// every language reads them in one call.
@main
enum PriorityRates {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("priority rates: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ words: [String]) throws {
    guard words.count >= 4, let size = Int(words[2]), let count = Int(words[3]), size > 2, count > 0
    else { throw RatesError(description: "draw|solve|one FILE SIZE COUNT [RESULTS]") }
    switch words[0] {
    case "draw": try draw(to: words[1], size: size, count: count)
    case "solve" where words.count == 5:
      try solve(words[1], size: size, count: count, results: words[4])
    case "one": try one(words[1], size: size, times: count)
    default: throw RatesError(description: "there is no job \(words[0])")
    }
  }

  /// Judgements above the diagonal, row by row, drawn evenly from 1/9 ... 9.
  private static func draw(to file: String, size: Int, count: Int) throws {
    var random = SplitMix64(seed: 1, stream: UInt64(size), index: 0)
    let judgements = (0..<count * BatchPriorities.judgementCount(size: size)).map { _ in
      let step = random.next(below: 17) - 8
      return step < 0 ? 1 / Double(1 - step) : Double(1 + step)
    }
    try write(judgements, to: file)
  }

  private static func solve(_ file: String, size: Int, count: Int, results: String) throws {
    let judgements = try read(file)
    let solver = BatchPriorities(size: size)
    let start = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
    let batch = try solver.solve(judgements, count: count)
    let ratios = batch.consistencyRatios ?? []
    let wall = now(CLOCK_MONOTONIC) - start.0
    let processor = now(CLOCK_PROCESS_CPUTIME_ID) - start.1
    try write(Array(batch.weights) + Array(batch.lambdaMax) + ratios, to: results)
    print(wall, processor, batch.fallbackCount)
  }

  /// One matrix with its consistency ratio, again and again: by the solver of batches, and by the
  /// analysis that also names the worst judgement.
  private static func one(_ file: String, size: Int, times: Int) throws {
    let judgements = Array(try read(file).prefix(BatchPriorities.judgementCount(size: size)))
    let solver = BatchPriorities(size: size)
    var sum = 0.0
    var start = now(CLOCK_PROCESS_CPUTIME_ID)
    for _ in 0..<times {
      let batch = try solver.solve(judgements, count: 1)
      sum += batch[0].consistencyRatio ?? .nan
    }
    let alone = (now(CLOCK_PROCESS_CPUTIME_ID) - start) / Double(times)
    let matrix = PairwiseComparisonMatrix(
      labels: (1...size).map(String.init),
      upperTriangle: judgements.compactMap { Judgement(value: $0) })
    start = now(CLOCK_PROCESS_CPUTIME_ID)
    for _ in 0..<times / 10 { sum += try JudgementAnalysis(matrix).consistencyRatio ?? .nan }
    let analysed = (now(CLOCK_PROCESS_CPUTIME_ID) - start) / Double(times / 10)
    let batch = try solver.solve(judgements, count: 1)
    // The sum is used, so that nothing is left out.
    precondition(sum > 0, "random judgements are inconsistent")
    print(alone, analysed, batch[0].consistencyRatio ?? .nan)
  }

  private static func read(_ file: String) throws -> [Double] {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    return data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
  }

  private static func write(_ numbers: [Double], to file: String) throws {
    try numbers.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: file)) }
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What is wrong with the command line.
struct RatesError: Error, CustomStringConvertible {
  let description: String
}
