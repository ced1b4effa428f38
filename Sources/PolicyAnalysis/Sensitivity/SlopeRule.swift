import Glibc
import ScorecardPolicy
import ScoringPlan

/// The chain rule for one instruction, at the values of one person.
struct SlopeRule {
  let evaluation: Evaluation
  let slopes: [Register: JudgementSlope]
  let plan: Plan
  let values: ParameterVector
  let slots: [ParameterSlot: JudgementSlope]

  /// The slope of what an instruction computes; constant where that is missing or at fault.
  ///
  /// A truth has the obstacle `threshold` where it depends on judgements and does not turn right here, and
  /// `bound` where it does.
  func slope(of instruction: Instruction) -> JudgementSlope {
    switch evaluation[instruction.result] {
    case .missing, .fault: return .constant
    case .number, .truth, .text: break
    }
    switch instruction.operation {
    case .number, .text, .truth, .isMissing: return .constant
    case .parameter(let slot): return slope(slot)
    case .negate(let operand): return slope(operand).times(-1)
    case .arithmetic(let arithmetic, let left, let right):
      return self.arithmetic(arithmetic, left, right)
    case .minimum(let left, let right), .maximum(let left, let right):
      return extreme(instruction.result, left, right)
    case .compare(_, let left, let right): return comparison(left, right)
    case .compareText(_, let left, let right): return firstObstacle([left, right])
    case .and(let left, let right): return connection(left, right, deciding: false)
    case .or(let left, let right): return connection(left, right, deciding: true)
    case .not(let operand): return slope(operand)
    case .unary(let function, let operand): return unary(function, operand)
    case .binary(let function, let left, let right): return binary(function, left, right)
    case .select(let condition, let then, let otherwise):
      return choice(condition, then, otherwise)
    case .onlyIf(let condition, let operand):
      return choice(condition, operand, nil)
    case .ifMissing(let left, let right):
      return evaluation[left] == .missing ? slope(right) : slope(left)
    case .curve(let index, let operand): return curve(plan.curves[index], operand)
    case .lookup(let index, let text, let fallback):
      return lookup(plan.lookups[index], text, fallback)
    case .weightedSum(let terms, let rescales):
      return weightedSum(terms, rescales, instruction.result)
    }
  }

  // MARK: Operands

  private func slope(_ register: Register) -> JudgementSlope { slopes[register] ?? .constant }

  private func slope(_ slot: ParameterSlot) -> JudgementSlope { slots[slot] ?? .constant }

  /// The number of a register; a truth as 0 or 1.
  private func number(_ register: Register) -> Double {
    switch evaluation[register] {
    case .number(let number): number
    case .truth(let truth): truth ? 1 : 0
    default: 0
    }
  }

  private func firstObstacle(_ registers: [Register]) -> JudgementSlope {
    registers.map(slope).first { $0.obstacle != nil } ?? .constant
  }

  // MARK: Numbers

  private func arithmetic(
    _ arithmetic: ArithmeticOperator, _ left: Register, _ right: Register
  ) -> JudgementSlope {
    let (x, y) = (number(left), number(right))
    let factors: (Double, Double) =
      switch arithmetic {
      case .add: (1, 1)
      case .subtract: (1, -1)
      case .multiply: (y, x)
      case .divide: (1 / y, -x / y / y)
      }
    return .sum([(factors.0, slope(left)), (factors.1, slope(right))])
  }

  /// The slope of the one that counts; where both are the same number and move otherwise, none.
  private func extreme(_ result: Register, _ left: Register, _ right: Register) -> JudgementSlope {
    let (one, other) = (slope(left), slope(right))
    if number(left) == number(right) { return one == other ? one : .stepped(.bound) }
    return number(result) == number(left) ? one : other
  }

  private func comparison(_ left: Register, _ right: Register) -> JudgementSlope {
    let obstacle = firstObstacle([left, right])
    if obstacle != .constant { return obstacle }
    let (one, other) = (slope(left), slope(right))
    if one == other { return .constant }
    return .stepped(number(left) == number(right) ? .bound : .threshold)
  }

  /// Where one side decides whatever the other, the other does not count.
  private func connection(
    _ left: Register, _ right: Register, deciding: Bool
  ) -> JudgementSlope {
    for side in [left, right]
    where evaluation[side] == .truth(deciding) && slope(side) == .constant {
      return .constant
    }
    return firstObstacle([left, right])
  }

  private func unary(_ function: UnaryFunction, _ operand: Register) -> JudgementSlope {
    let (x, slope) = (number(operand), slope(operand))
    switch function {
    case .absolute: return x == 0 ? stepped(slope, .corner) : slope.times(x < 0 ? -1 : 1)
    case .squareRoot: return x == 0 ? stepped(slope, .corner) : slope.times(0.5 / x.squareRoot())
    case .naturalLogarithm: return slope.times(1 / x)
    case .exponential: return slope.times(exp(x))
    }
  }

  private func binary(
    _ function: BinaryFunction, _ left: Register, _ right: Register
  ) -> JudgementSlope {
    switch function {
    case .round, .roundUp, .roundDown:
      return stepped(slope(left) == .constant ? slope(right) : slope(left), .rounding)
    case .power:
      let (x, y) = (number(left), number(right))
      if x == 0, slope(left) != .constant, y < 1 || slope(right) != .constant {
        return stepped(slope(left), .corner)
      }
      let byBase = slope(left) == .constant ? 0 : y * pow(x, y - 1)
      let byExponent = slope(right) == .constant ? 0 : pow(x, y) * log(x)
      return .sum([(byBase, slope(left)), (byExponent, slope(right))])
    }
  }

  /// An obstacle where a number moves; what was in the way before goes first.
  private func stepped(
    _ slope: JudgementSlope, _ obstacle: JudgementSlope.Obstacle
  ) -> JudgementSlope {
    if case .smooth = slope { .stepped(obstacle) } else { slope }
  }

  // MARK: Choices

  /// One of two values by a condition, or one or nothing.
  private func choice(
    _ condition: Register, _ then: Register, _ otherwise: Register?
  ) -> JudgementSlope {
    let isTrue = evaluation[condition] == .truth(true)
    let chosen = isTrue ? slope(then) : otherwise.map(slope) ?? .constant
    guard let obstacle = slope(condition).obstacle else { return chosen }
    let isSame = otherwise.map { evaluation[then] == evaluation[$0] } ?? false
    if isSame, otherwise.map({ slope(then) == slope($0) }) ?? false { return chosen }
    // Away from where it turns a condition leaves a number to move that moves by itself.
    if obstacle == .threshold, case .smooth = chosen { return chosen }
    return .stepped(obstacle)
  }

  private func curve(_ curve: Curve, _ operand: Register) -> JudgementSlope {
    guard case .smooth = slope(operand) else { return slope(operand) }
    switch curve.kind {
    case .step: return .stepped(.threshold)
    case .linear: break
    }
    let x = number(operand)
    let points = curve.points.map { (x: values[$0.x], y: values[$0.y]) }
    let left = Self.slope(points, from: points.lastIndex { $0.x < x })
    let right = Self.slope(points, from: points.lastIndex { $0.x <= x })
    return left == right && !points.hasJump(at: x)
      ? slope(operand).times(right) : .stepped(.corner)
  }

  /// The slope of the piece that begins at a point; outside all points there is none.
  private static func slope(_ points: [(x: Double, y: Double)], from index: Int?) -> Double {
    guard let index, index + 1 < points.count else { return 0 }
    return (points[index + 1].y - points[index].y) / (points[index + 1].x - points[index].x)
  }

  private func lookup(
    _ lookup: Lookup, _ text: Register, _ fallback: Register?
  ) -> JudgementSlope {
    guard case .text(let key) = evaluation[text] else { return .constant }
    if slope(text).obstacle != nil { return slope(text) }
    let index = lookup.keys.firstIndex { $0.utf8.elementsEqual(key.utf8) }
    return index.map { slope(lookup.values[$0]) } ?? fallback.map(slope) ?? .constant
  }

  // MARK: Weighted sums

  private func weightedSum(
    _ terms: [WeightedTerm], _ rescales: Bool, _ result: Register
  ) -> JudgementSlope {
    let conditions = firstObstacle(terms.compactMap(\.applies))
    if conditions != .constant { return conditions }
    let kept = terms.filter { term in
      term.applies.map { evaluation[$0] != .truth(false) } ?? true
        && evaluation[term.value] != .missing
    }
    var parts = kept.flatMap { term in
      [(number(term.value), slope(of: term.weight)), (weight(term), slope(term.value))]
    }
    guard rescales, kept.count < terms.count else { return .sum(parts) }
    parts += kept.map { (-number(result), slope(of: $0.weight)) }
    let divisor = kept.reduce(0) { $0 + weight($1) }
    return JudgementSlope.sum(parts).times(1 / divisor)
  }

  private func weight(_ term: WeightedTerm) -> Double {
    switch term.weight {
    case .slot(let slot): values[slot]
    case .register(let register): number(register)
    }
  }

  private func slope(of weight: TermWeight) -> JudgementSlope {
    switch weight {
    case .slot(let slot): slope(slot)
    case .register(let register): slope(register)
    }
  }
}

extension [(x: Double, y: Double)] {
  /// Whether two points stand at one x there.
  fileprivate func hasJump(at x: Double) -> Bool { count { $0.x == x } > 1 }
}
