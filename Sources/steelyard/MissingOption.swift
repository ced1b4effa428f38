import AHP
import ArgumentParser
import PriorityBatches

/// Missing comparisons on the command line: `1-2,3-4`, counting from 1, or how many.
struct MissingOption: ExpressibleByArgument {
  /// As it was written.
  let text: String
  let comparisons: MissingComparisons

  init?(argument: String) {
    text = argument
    if let count = Int(argument) {
      guard count >= 0 else { return nil }
      comparisons = .count(count)
      return
    }
    var pairs: Set<ComparedPair> = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let rows = part.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
      guard rows.count == 2, rows[0] != rows[1], rows.allSatisfy({ 1...10_000 ~= $0 }) else {
        return nil
      }
      pairs.insert(ComparedPair(rows[0] - 1, rows[1] - 1))
    }
    comparisons = .pairs(pairs)
  }
}
