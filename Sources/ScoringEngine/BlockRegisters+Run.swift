import ScoringPlan

extension BlockRegisters {
  /// Runs one instruction over the block.
  func run(_ instruction: Instruction) {
    let result = slots[instruction.result.index]
    switch instruction.operation {
    case .number, .text, .truth, .parameter:
      fill(result, with: instruction.operation)
    case .negate(let only):
      negate(result, self[only])
    case .arithmetic(let symbol, let left, let right):
      arithmetic(symbol, result, self[left], self[right])
    case .minimum(let left, let right):
      choose(result, self[left], self[right]) { $1 < $0 ? $1 : $0 }
    case .maximum(let left, let right):
      choose(result, self[left], self[right]) { $1 > $0 ? $1 : $0 }
    case .compare(let symbol, let left, let right):
      compare(symbol, result, self[left], self[right])
    case .compareText(let symbol, let left, let right):
      compareText(symbol, result, self[left], self[right])
    case .and(let left, let right):
      connect(result, self[left], self[right], deciding: 0)
    case .or(let left, let right):
      connect(result, self[left], self[right], deciding: 1)
    case .not(let only):
      not(result, self[only])
    case .unary(let function, let only):
      map(result, self[only], { function.value(at: $0) }) { function.fault(at: $0) }
    case .binary(let function, let left, let right):
      map(result, self[left], self[right], { function.value(at: $0, $1) }) {
        function.fault(at: $0, $1)
      }
    case .select(let condition, let then, let otherwise):
      select(result, self[condition], self[then], self[otherwise])
    case .onlyIf(let condition, let value):
      onlyIf(result, self[condition], self[value])
    case .ifMissing(let value, let substitute):
      ifMissing(result, self[value], self[substitute])
    case .isMissing(let only):
      isMissing(result, self[only])
    case .curve(let index, let only):
      curve(constants.curves[index], result, self[only])
    case .lookup(let index, let text, let substitute):
      lookup(constants.lookups[index], result, self[text], default: substitute.map { self[$0] })
    case .weightedSum(let terms, let rescales):
      weightedSum(terms, rescales: rescales, result)
    }
  }

  /// The slot of a register.
  subscript(register: Register) -> Int { slots[register.index] }
}
