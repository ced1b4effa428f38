import Foundation
import ScoringEngine

/// Times the parts of a batch job by themselves, after their answers have been checked, and what
/// memory gives on the same machine in the same minute.
@main
enum Throughput {
  static func main() {
    do {
      try run(try Arguments(Array(CommandLine.arguments.dropFirst())))
    } catch {
      FileHandle.standardError.write(Data("throughput: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: Arguments) throws {
    let bank = try Bank(policy: arguments.policy, data: arguments.data)
    let population = try bank.load()
    let scored = PlanEngine(plan: bank.plan).score(population)
    try AnswerCheck.check(scored)
    let reweight = try Reweight(bank, population)
    if let folder = arguments.exchange {
      try Exchange(scored, reweighted: try reweight.checked(threads: arguments.threads))
        .write(to: folder)
    }
    print("\(population.rowCount) rows in \(bank.byteCount) bytes; answers checked.\n")

    let table = ResultTable()
    let threadCounts = Set([1, arguments.threads]).sorted()
    let bandwidths = memory(threadCounts, arguments.repetitions, table)
    let kernels = Kernels(
      bank: bank, population: population, repetitions: arguments.repetitions, table: table,
      bandwidth: { bandwidths[$0] ?? .infinity })
    for threads in threadCounts { try kernels.parse(threads: threads) }
    for threads in threadCounts { try kernels.parseAndScore(threads: threads) }
    for threads in threadCounts { kernels.score(threads: threads) }
    for threads in threadCounts { kernels.write(scored, threads: threads) }
    let timings = try threadCounts.flatMap { try kernels.reweight(reweight, threads: $0) }
    if let folder = arguments.exchange { try StepTiming.write(timings, to: folder) }
  }

  /// Bytes per second read on each number of threads.
  private static func memory(
    _ threadCounts: [Int], _ repetitions: Int, _ table: ResultTable
  ) -> [Int: Double] {
    let memory = MemoryBandwidth()
    var bandwidths: [Int: Double] = [:]
    for threads in threadCounts {
      let (reading, read) = memory.read(threads: threads, repetitions: repetitions)
      table.add("memory: read", threads: threads, reading, rate: Kernels.megabytes(read))
      let (triads, triad) = memory.triad(threads: threads, repetitions: repetitions)
      table.add("memory: triad", threads: threads, triads, rate: Kernels.megabytes(triad))
      bandwidths[threads] = read
    }
    return bandwidths
  }
}
