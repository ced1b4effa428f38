import ColumnStore
import DelimitedText
import ScoringPlan
import Testing

@testable import ScoringEngine

/// Holds the engine's registers against the interpreter's, states and bits, for all subjects that
/// are not rejected on reading. What depends on other subjects the interpreter is told.
enum Conformance {
  /// Blocks and threads that between them cut every small population in every way that matters.
  static let options: [ScoringOptions] = [(1, 1), (7, 2), (1024, 1), (7, 3), (1024, 3)].map {
    ScoringOptions(threads: $0.1, blockSize: $0.0, keepsMeasures: true)
  }

  /// Checks every register of every table for each of the options.
  static func check(_ plan: Plan, _ population: Population) throws {
    let texts = TextCodes(population.pool, texts: plan.texts)
    let reference = reference(plan, population)
    for var options in Self.options {
      options.keepsEverything = true
      let scored = PlanEngine(plan: plan).score(population, options: options)
      for subject in 0..<population.subjectCount where !population.isRejected[subject] {
        let evaluation = scored.evaluation(of: subject)
        if let other = reference[subject] { compare(evaluation, other, plan, subject) }
        #expect(
          scored.isRejected(subject) == (evaluation.rejection != nil), "subject \(subject)")
        check(scored, 0, subject, evaluation.subject, texts)
        for (detail, rows) in evaluation.details.enumerated() {
          guard case .indexed(let indices) = population.details else { continue }
          let index = indices[detail]
          for (row, values) in zip(index.rows[index.range(of: subject)], rows) {
            check(scored, detail + 1, Int(row), values, texts)
          }
        }
      }
      options.keepsEverything = false
      checkOutputs(PlanEngine(plan: plan).score(population, options: options), scored, plan)
    }
  }

  /// What the interpreter of populations finds for each subject that is not rejected on reading.
  private static func reference(_ plan: Plan, _ population: Population) -> [Int: Evaluation] {
    let subjects = (0..<population.subjectCount).filter { !population.isRejected[$0] }
    let evaluations = PopulationInterpreter(plan).evaluate(
      subjects.map { population.interpreterInput($0) })
    return Dictionary(uniqueKeysWithValues: zip(subjects, evaluations))
  }

  /// Both interpreters must agree: on the reason where a subject is rejected, else on everything.
  private static func compare(
    _ one: Evaluation, _ other: Evaluation, _ plan: Plan, _ subject: Int
  ) {
    #expect(one.rejection == other.rejection, "subject \(subject)")
    guard other.rejection == nil else { return }
    for register in other.subject.indices {
      let (found, expected) = (one.subject[register], other.subject[register])
      #expect(
        found == expected, "subject \(subject), register \(register)")
    }
    #expect(one.details == other.details)
  }

  /// Loads a population from CSV texts by the names of tables.
  static func population(_ plan: Plan, _ tables: [String: String]) throws -> Population {
    let texts = try tables.mapValues { text in
      [try DecodedText(Array(text.utf8), file: "test.csv")]
    }
    return try Population.load(plan, texts: texts)
  }

  private static func check(
    _ scored: ScoredPopulation, _ table: Int, _ row: Int, _ expected: [Value], _ texts: TextCodes
  ) {
    for (register, value) in expected.enumerated() {
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
    for register in registers + plan.stages.flatMap(\.populationResults) {
      let (some, all) = (scored.column(register), everything.column(register))
      for subject in 0..<scored.population.subjectCount {
        #expect(some?[subject]?.bitPattern == all?[subject]?.bitPattern)
        #expect(some?.state(of: subject) == all?.state(of: subject))
      }
    }
  }
}
