import ScorecardPolicy
import ScoringPlan

/// Where a policy compares a column with numbers of its own, or changes a curve's slope.
enum PolicyThresholds {
  /// A register as a straight line of the column.
  private struct Line {
    var slope = 1.0
    var offset = 0.0
  }

  /// The numbers, in order, each once: those that the column, or a multiple of it with something added, is
  /// compared with, bounded by, or looked up at in a curve.
  static func of(
    _ column: Register, in table: Int, _ plan: Plan, _ values: ParameterVector
  ) -> [Double] {
    var lines: [Register: Line] = [column: Line()]
    var constants: [Register: Double] = [:]
    var found: Set<Double> = []
    for instruction in plan.instructions(of: table) {
      switch instruction.operation {
      case .number(let number): constants[instruction.result] = number
      case .parameter(let slot): constants[instruction.result] = values[slot]
      case .ifMissing(let operand, _): lines[instruction.result] = lines[operand]
      case .negate(let operand):
        lines[instruction.result] = lines[operand].map {
          Line(slope: -$0.slope, offset: -$0.offset)
        }
      case .arithmetic(let symbol, let left, let right):
        lines[instruction.result] = line(
          symbol, lines[left], lines[right], constants[left], constants[right])
      case .compare(_, let left, let right), .minimum(let left, let right),
        .maximum(let left, let right):
        for (operand, other) in [(left, right), (right, left)] {
          if let line = lines[operand], let bound = constants[other] { add(bound, line) }
        }
      case .curve(let index, let operand):
        if let line = lines[operand] {
          for point in plan.curves[index].points { add(values[point.x], line) }
        }
      default: break
      }
    }
    return found.sorted()

    func add(_ bound: Double, _ line: Line) {
      let number = (bound - line.offset) / line.slope
      if number.isFinite { found.insert(number) }
    }
  }

  private static func line(
    _ symbol: ArithmeticOperator, _ left: Line?, _ right: Line?, _ leftNumber: Double?,
    _ rightNumber: Double?
  ) -> Line? {
    switch (symbol, left, right, leftNumber, rightNumber) {
    case (.add, let line?, nil, _, let number?), (.add, nil, let line?, let number?, _):
      Line(slope: line.slope, offset: line.offset + number)
    case (.subtract, let line?, nil, _, let number?):
      Line(slope: line.slope, offset: line.offset - number)
    case (.subtract, nil, let line?, let number?, _):
      Line(slope: -line.slope, offset: number - line.offset)
    case (.multiply, let line?, nil, _, let number?), (.multiply, nil, let line?, let number?, _):
      Line(slope: line.slope * number, offset: line.offset * number)
    case (.divide, let line?, nil, _, let number?):
      Line(slope: line.slope / number, offset: line.offset / number)
    default: nil
    }
  }
}

extension Plan {
  /// The instructions over a table, in order.
  fileprivate func instructions(of table: Int) -> [Instruction] {
    stages.flatMap { stage -> [Instruction] in
      switch stage {
      case .detailRows(table, let program): program
      case .subjectRows(let program) where table == 0: program
      default: []
      }
    }
  }
}
