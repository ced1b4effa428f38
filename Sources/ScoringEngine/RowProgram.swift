import ScoringPlan

/// A stage's row program with a place in working memory for each register that it touches.
///
/// Registers that outlive the stage are worked on in their columns; the others share as few slots of
/// a block's length as their lifetimes allow, so that a block stays in the processor's cache.
struct RowProgram {
  /// What is done to a block, in order.
  enum Step {
    /// Brings the key or a column of the file into its slot.
    case load(Register)
    /// Runs an instruction.
    case run(Instruction)
  }

  /// The table that the program runs over.
  let table: Int
  private(set) var steps: [Step] = []
  /// Constants and their slots, filled once for all blocks.
  private(set) var constants: [(slot: Int, operation: Operation)] = []
  /// Whole columns read or written, and their slots; which hold no memory of their own.
  private(set) var columns: [(slot: Int, register: Register, isResult: Bool)] = []
  /// The slot of each register, -1 for those that the program does not touch.
  private(set) var slots: [Int]
  /// For each slot whether it takes one register after another.
  private var isPassing: [Bool] = []
  private var freeSlots: [Int] = []

  /// How many slots there are.
  var slotCount: Int { isPassing.count }

  init(_ program: [Instruction], of table: Int, in plan: Plan, _ liveness: RegisterLiveness) {
    self.table = table
    slots = [Int](repeating: -1, count: plan.tables[table].registerCount)
    let live = program.filter { liveness.isNeeded[table][$0.result.index] }
    let lastUses = Self.lastUses(live, count: slots.count)
    let inputs = plan.tables[table].columns.count
    for (position, instruction) in live.enumerated() {
      let isStored = liveness.isStored[table][instruction.result.index]
      if instruction.operation.isConstant && !isStored { continue }
      let operands = instruction.operation.operands
      for operand in operands where slots[operand.index] < 0 {
        bring(operand, isInput: operand.index <= inputs, liveness.constants[table][operand.index])
      }
      place(instruction, isStored: isStored)
      for (index, operand) in operands.enumerated()
      where lastUses[operand.index] == position && !operands[..<index].contains(operand) {
        release(slots[operand.index])
      }
    }
  }

  /// The position of the last instruction that reads each register.
  private static func lastUses(_ program: [Instruction], count: Int) -> [Int] {
    var uses = [Int](repeating: -1, count: count)
    for (position, instruction) in program.enumerated() {
      for operand in instruction.operation.operands { uses[operand.index] = position }
    }
    return uses
  }

  /// Gives a register that no instruction before has written a slot with its value.
  private mutating func bring(_ register: Register, isInput: Bool, _ constant: Operation?) {
    if isInput {
      slots[register.index] = takeSlot()
      steps.append(.load(register))
    } else if let constant {
      slots[register.index] = newSlot()
      constants.append((slots[register.index], constant))
    } else {
      slots[register.index] = newSlot()
      columns.append((slots[register.index], register, false))
    }
  }

  private mutating func place(_ instruction: Instruction, isStored: Bool) {
    let register = instruction.result
    if isStored {
      slots[register.index] = newSlot()
      columns.append((slots[register.index], register, true))
    } else {
      slots[register.index] = takeSlot()
    }
    steps.append(.run(instruction))
  }

  private mutating func takeSlot() -> Int {
    if let slot = freeSlots.popLast() { return slot }
    isPassing.append(true)
    return isPassing.count - 1
  }

  private mutating func newSlot() -> Int {
    isPassing.append(false)
    return isPassing.count - 1
  }

  private mutating func release(_ slot: Int) {
    if isPassing[slot] { freeSlots.append(slot) }
  }
}
