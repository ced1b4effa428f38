import DelimitedText
import Foundation
import ScoringEngine
import ScoringPlan

/// The parts of a batch job, each timed by itself on tables in memory.
struct Kernels {
  let bank: Bank
  let population: Population
  let repetitions: Int
  let table: ResultTable
  /// What memory gives when it is read on as many threads; the yardstick of scoring.
  let bandwidth: (Int) -> Double

  func parse(threads: Int) throws {
    let timing = try Stopwatch.time(repetitions) { try bank.parse(threads: threads) }
    let rate = Double(bank.byteCount) / timing.median
    table.add("parse", threads: threads, timing, rate: Self.megabytes(rate))
  }

  /// All but writing, as a batch job does it: the tables are not kept.
  func parseAndScore(threads: Int) throws {
    let engine = PlanEngine(plan: bank.plan)
    let options = ScoringOptions(threads: threads)
    let timing = try Stopwatch.time(repetitions) {
      _ = try engine.score(sources: bank.sources, options: options)
    }
    let rate = Double(bank.byteCount) / timing.median
    table.add(
      "parse, score and rank in one", threads: threads, timing, rate: Self.megabytes(rate))
  }

  func score(threads: Int) {
    let options = ScoringOptions(threads: threads)
    let scoring = time(bank.planWithoutRanks, options)
    let rows = Double(population.subjectCount) / scoring.median
    let bytes = Double(population.columnBytes) / scoring.median
    table.add(
      "score", threads: threads, scoring,
      rate: String(
        format: "%.1f M people/s; reads its columns at %.0f %% of memory bandwidth", rows / 1e6,
        100 * bytes / bandwidth(threads)))
    let whole = time(bank.plan, options)
    table.add(
      "score and rank", threads: threads, whole,
      rate: Self.people(population.subjectCount, whole.median))
    let ranking = max(0, whole.median - scoring.median)
    table.add(
      "rank (the difference)", threads: threads, seconds: ranking,
      rate: Self.people(population.subjectCount, ranking))
  }

  func write(_ scored: ScoredPopulation, threads: Int) {
    let writer = ResultWriter(scored, threads: threads)
    var bytes = 0
    let timing = Stopwatch.time(repetitions) {
      bytes = 0
      writer.write { (piece: UnsafeRawBufferPointer) in bytes += piece.count }
    }
    table.add(
      "write to memory", threads: threads, timing,
      rate: Self.megabytes(Double(bytes) / timing.median))
  }

  private func time(_ plan: Plan, _ options: ScoringOptions) -> Timing {
    let engine = PlanEngine(plan: plan)
    return Stopwatch.time(repetitions) { _ = engine.score(population, options: options) }
  }

  static func megabytes(_ bytesPerSecond: Double) -> String {
    String(format: "%.0f MB/s", bytesPerSecond / 1e6)
  }

  static func people(_ count: Int, _ seconds: Double) -> String {
    if seconds <= 0 { return "too fast to tell" }
    return String(format: "%.1f M people/s", Double(count) / seconds / 1e6)
  }
}
