import ColumnStore
import DelimitedText
import ScoringPlan
import Testing

@testable import ScoringEngine

/// Holds the engine's registers against the interpreter's, states and bits, for all subjects that
/// are not rejected on reading.
enum Conformance {
  /// Blocks and threads that between them cut every small population in every way that matters.
  static let options: [ScoringOptions] = [(1, 1), (7, 2), (1024, 1), (7, 3), (1024, 3)].map {
    ScoringOptions(threads: $0.1, blockSize: $0.0, keepsMeasures: true)
  }

  /// Checks every register of every table for each of the options.
  static func check(_ plan: Plan, _ population: Population) throws {
    let interpreter = PlanInterpreter(plan)
    let evaluations = (0..<population.subjectCount).map { subject in
      let input = population.interpreterInput(subject)
      return interpreter.evaluate(subject: input.subject, details: input.details)
    }
    let texts = TextCodes(population.pool, texts: plan.texts)
    for var options in Self.options {
      options.keepsEverything = true
      let scored = PlanEngine(plan: plan).score(population, options: options)
      for (subject, evaluation) in evaluations.enumerated()
      where !population.isRejected[subject] {
        #expect(scored.isRejected(subject) == (evaluation.rejection != nil))
        check(scored, plan, 0, subject, evaluation.subject, texts)
        for (detail, rows) in evaluation.details.enumerated() {
          let index = population.details[detail]
          for (row, values) in zip(index.rows[index.range(of: subject)], rows) {
            check(scored, plan, detail + 1, Int(row), values, texts)
          }
        }
      }
      options.keepsEverything = false
      checkOutputs(PlanEngine(plan: plan).score(population, options: options), scored, plan)
    }
  }

  /// Loads a population from CSV texts by the names of tables.
  static func population(_ plan: Plan, _ tables: [String: String]) throws -> Population {
    let texts = try tables.mapValues { text in
      [try DecodedText(Array(text.utf8), file: "test.csv")]
    }
    return try Population.load(plan, texts: texts)
  }

  private static func check(
    _ scored: ScoredPopulation, _ plan: Plan, _ table: Int, _ row: Int, _ expected: [Value],
    _ texts: TextCodes
  ) {
    let ranks = Set(table == 0 ? plan.rankings.map(\.result.index) : [])
    for (register, value) in expected.enumerated() where !ranks.contains(register) {
      guard let column = scored.column(Register(register), of: table) else { continue }
      let agrees =
        switch (value, column.states[row]) {
        case (.number(let number), ValueState.present):
          number.bitPattern == column.values[row].bitPattern
        case (.truth(let truth), ValueState.present): column.values[row] == (truth ? 1 : 0)
        case (.text(let text), ValueState.present):
          text.utf8.elementsEqual(texts.text(of: Int32(column.values[row])).utf8)
        case (.missing, let state): state == ValueState.missing
        case (.fault(let fault), let state): state == fault.kind.rawValue
        default: false
        }
      #expect(
        agrees,
        """
        table \(table), row \(row), register \(register): \(value), not \
        \(column.values[row]) in state \(column.states[row])
        """)
    }
  }

  /// What is kept by default must be what is kept when everything is.
  private static func checkOutputs(
    _ scored: ScoredPopulation, _ everything: ScoredPopulation, _ plan: Plan
  ) {
    let registers = plan.layout.dimensions.map(\.score) + [plan.layout.total]
    for register in registers + plan.rankings.map(\.result) {
      let (some, all) = (scored.column(register), everything.column(register))
      for subject in 0..<scored.population.subjectCount {
        #expect(some?[subject]?.bitPattern == all?[subject]?.bitPattern)
        #expect(some?.state(of: subject) == all?.state(of: subject))
      }
    }
  }
}
