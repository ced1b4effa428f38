import ColumnStore
import ScoringPlan

/// Codes for all texts that can occur while a plan runs over a population: the pool's, and after
/// them one for each text of the plan that the pool does not hold.
final class TextCodes: Sendable {
  private let pool: TextPool
  /// Coded from the end of the other pool on.
  private let others: TextPool

  init(_ pool: TextPool, texts: [String]) {
    self.pool = pool
    var others = TextPool()
    for text in texts where pool.find(text) == nil { _ = others.code(for: text) }
    self.others = others
  }

  /// The code of a text of the population or of the plan.
  func code(of text: String) -> Int32 {
    if let code = pool.find(text) { return code }
    guard let code = others.find(text) else {
      preconditionFailure("the text is neither the population's nor the plan's: \(text)")
    }
    return Int32(pool.count) + code
  }

  /// The text of a code.
  func text(of code: Int32) -> String {
    Int(code) < pool.count ? pool.text(of: code) : others.text(of: code - Int32(pool.count))
  }

  /// Calls `body` with the bytes of all texts, which are valid only within the call.
  func withTexts<Failure: Error>(
    _ body: (CodedTexts) throws(Failure) -> Void
  ) throws(Failure) {
    try pool.withTexts { (texts) throws(Failure) in
      try others.withTexts { (others) throws(Failure) in
        try body(
          CodedTexts(population: texts, populationCount: Int32(pool.count), plan: others))
      }
    }
  }

  /// Whether the first text comes before the second by their UTF-8 bytes.
  func isOrderedBefore(_ first: Int32, _ second: Int32) -> Bool {
    if max(Int(first), Int(second)) < pool.count { return pool.isOrderedBefore(first, second) }
    return text(of: first).utf8.lexicographicallyPrecedes(text(of: second).utf8)
  }
}

extension Plan {
  /// The texts that the plan's formulas, lookups and grades name.
  var texts: [String] {
    let literals = instructions.compactMap { instruction in
      if case .text(let text) = instruction.operation { text } else { nil }
    }
    // Who cannot be graded has the empty text.
    let grades = gradings.flatMap { [""] + $0.bands.map(\.grade) }
    return literals + lookups.flatMap(\.keys) + grades
  }

  private var instructions: [Instruction] {
    stages.flatMap { stage -> [Instruction] in
      switch stage {
      case .detailRows(_, let program), .subjectRows(let program): program
      case .aggregate, .require, .statistics, .rank, .grade: []
      }
    }
  }
}
