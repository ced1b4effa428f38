import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Row programs")
struct RowProgramTests {
  /// A chain of sums of one column, a constant, and an instruction whose result nobody wants.
  private static func program(
    length: Int
  ) -> (plan: Plan, instructions: [Instruction], liveness: RegisterLiveness) {
    var sketch = PlanSketch()
    let column = sketch.column("score")
    let one = sketch.add(.number(1))
    _ = sketch.add(.negate(column))
    var sum = sketch.add(.arithmetic(.add, column, one))
    for _ in 1..<length { sum = sketch.add(.arithmetic(.add, sum, one)) }
    let plan = sketch.plan(total: sum)
    let liveness = RegisterLiveness(plan, outputs: [sum], keepsEverything: false)
    guard case .subjectRows(let instructions) = plan.stages[0] else {
      return (plan, [], liveness)
    }
    return (plan, instructions, liveness)
  }

  @Test("memory does not grow with the length of a chain")
  func slots() {
    for length in [3, 300] {
      let (plan, instructions, liveness) = Self.program(length: length)
      let program = RowProgram(instructions, of: 0, in: plan, liveness)
      // Two links of the chain, the constant and the total.
      #expect(program.slotCount == 4)
      #expect(program.constants.count == 1)
      #expect(program.columns.count == 1)
    }
  }

  @Test("what nobody wants is not computed")
  func deadInstructions() {
    let (plan, instructions, liveness) = Self.program(length: 3)
    let program = RowProgram(instructions, of: 0, in: plan, liveness)
    #expect(instructions.count == 5)
    // The column is loaded and the chain is run.
    #expect(program.steps.count == 4)
  }
}
