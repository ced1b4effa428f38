import Diagnostics
import ScoringEngine

/// The person whom an option names by key.
enum NamedSubject {
  /// The subject of a key; where no row has it, that is said, with a key that may be meant.
  static func subject(_ key: String, in population: Population) throws -> Int {
    if let subject = population.subject(withKey: key) { return subject }
    let table = population.tables[0]
    let known = table.keys.lazy.filter { $0 >= 0 }.map { population.pool.text(of: $0) }
    // A spreadsheet drops the zeros in front of a number.
    let padded = known.first {
      $0.hasSuffix(key) && $0.dropLast(key.count).allSatisfy { $0 == "0" }
    }
    let hint =
      (padded.map { "did you mean \"\($0)\"?" } ?? Spelling.didYouMean(key, among: known))
      .map { "; \($0)" } ?? ""
    Terminal.error("no row of \(table.files.joined(separator: ", ")) has the key \"\(key)\"\(hint)")
    throw Outcome.dataFault
  }

  /// The same, of somebody who is scored.
  static func subject(_ key: String, in scored: ScoredPopulation) throws -> Int {
    let subject = try subject(key, in: scored.population)
    guard !scored.isRejected(subject) else {
      Terminal.error("\(key) is not scored, as a row is at fault")
      throw Outcome.dataFault
    }
    return subject
  }
}
