import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Operations over blocks")
struct OperationTests {
  @Test(
    "each operation and state rule gives what its description says",
    arguments: OperationCase.all + OperationCase.weightedSums)
  func operation(_ example: OperationCase) throws {
    var sketch = PlanSketch()
    let names: [(String, ValueType)] = [
      ("a", .number), ("b", .number), ("p", .truth), ("q", .truth), ("s", .text), ("t", .text),
    ]
    let columns = names.map { ($0.0, sketch.column($0.0, $0.1), sketch.column("\($0.0)_state")) }
    let operands = Dictionary(
      uniqueKeysWithValues: columns.map { ($0.0, Self.operand($0.1, $0.2, &sketch)) })
    let result = sketch.add(example.operation(&sketch, operands))
    let plan = sketch.plan(total: result)
    let rows = example.rows.enumerated().map { number, row in
      "\(number)," + names.map { Self.cells(row.cells[$0.0] ?? "") }.joined(separator: ",")
    }
    let header = "id," + names.map { "\($0.0),\($0.0)_state" }.joined(separator: ",")
    let text = ([header] + rows).joined(separator: "\n")
    let population = try Conformance.population(plan, ["staff": text])
    try Conformance.check(plan, population)
    let interpreter = PlanInterpreter(plan)
    for (row, expected) in example.rows.map(\.expected).enumerated() {
      let evaluation = interpreter.evaluate(
        subject: population.interpreterInput(row).subject, details: [])
      if case .fault(let fault) = expected {
        guard case .fault(fault.kind) = evaluation[result].kindOnly else {
          Issue.record("row \(row): \(evaluation[result]), not \(expected)")
          continue
        }
      } else {
        #expect(evaluation[result] == expected, "row \(row)")
      }
    }
  }

  /// The column's value, or the fault that its state column asks for.
  private static func operand(
    _ column: Register, _ state: Register, _ sketch: inout PlanSketch
  ) -> Register {
    let zero = sketch.add(.number(0))
    let two = sketch.add(.number(2))
    let present = sketch.add(.ifMissing(state, zero))
    let division = sketch.add(.arithmetic(.divide, zero, zero))
    let logarithm = sketch.add(.unary(.naturalLogarithm, zero))
    let isDivision = sketch.add(.compare(.less, present, two))
    let fault = sketch.add(
      .select(condition: isDivision, then: division, otherwise: logarithm))
    let isSound = sketch.add(.compare(.equal, present, zero))
    return sketch.add(.select(condition: isSound, then: column, otherwise: fault))
  }

  private static func cells(_ cell: String) -> String {
    switch cell {
    case "!": ",1"
    case "!!": ",2"
    default: "\(cell),0"
    }
  }
}

extension Value {
  /// The kind of a fault.
  fileprivate enum Kind: Equatable {
    case fault(FaultKind)
    case none
  }

  fileprivate var kindOnly: Kind {
    if case .fault(let fault) = self { .fault(fault.kind) } else { .none }
  }
}
