import DelimitedText
import ScoringEngine
import ScoringPlan

/// One run from bytes to results, or to the error that stopped it.
struct FuzzedScoring: CustomStringConvertible {
  /// What a user sees.
  struct Answer: Equatable {
    /// The bytes of the result; of the error's sentence where there is no result.
    var result: [UInt8] = []
    /// The rows that were rejected: where they stand, and why.
    var places: [String] = []
    /// The rows that were rejected, as they stood.
    var rows = 0
  }

  private(set) var answer = Answer()
  private(set) var scored: ScoredPopulation?
  private(set) var texts: [DecodedText]?

  /// Scores the tables of a plan, given as the bytes of their files.
  init(_ plan: Plan, _ tables: [[UInt8]], blockSize: Int, threads: Int) {
    do {
      var texts: [DecodedText] = []
      for (table, bytes) in zip(plan.tables, tables) {
        texts.append(try DecodedText(bytes, file: "\(table.name).csv"))
      }
      let named = zip(plan.tables, texts).map { ($0.name, [$1]) }
      let population = try Population.load(plan, texts: Dictionary(uniqueKeysWithValues: named))
      let options = ScoringOptions(threads: threads, blockSize: blockSize, keepsMeasures: true)
      let scored = PlanEngine(plan: plan).score(population, options: options)
      ResultWriter(scored, writesMeasures: true, threads: threads).write { piece in
        answer.result += piece
      }
      let rejected = scored.rejectedRows(threads: threads)
      answer.places = rejected.map { "\($0.table):\($0.line): \($0.reason)" }
      answer.rows = rejected.count
      (self.scored, self.texts) = (scored, texts)
    } catch {
      answer.result = Array("\(error)".utf8)
    }
  }

  /// The result and the rejected rows.
  var description: String {
    "\(String(decoding: answer.result, as: UTF8.self)) \(answer.places)"
  }
}
