import ScoringPlan

/// The working memory of one thread: for each slot of a row program a block of values and states.
///
/// While a slot is clean all its values are present and its states are not maintained, so that data
/// without gaps or faults costs nothing beyond the arithmetic.
final class BlockRegisters {
  let constants: PlanConstants
  /// Brings the texts of the rows into order.
  let texts: any TextOrdering
  /// How many rows the present block has.
  var count = 0
  /// Where each slot's values of the block are.
  private(set) var values: [UnsafeMutablePointer<Double>]
  /// Where each slot's states of the block are.
  private(set) var states: [UnsafeMutablePointer<UInt8>]
  /// Whether all of a slot's values in the block are present.
  var isClean: [Bool]
  /// The slot of each register.
  let slots: [Int]

  private let valueMemory: UnsafeMutablePointer<Double>
  private let stateMemory: UnsafeMutablePointer<UInt8>

  /// Memory for a program and blocks of at most `capacity` rows; their texts are those of the
  /// constants unless others are given.
  init(
    _ program: RowProgram, capacity: Int, _ constants: PlanConstants,
    texts: (any TextOrdering)? = nil
  ) {
    let size = program.slotCount * capacity
    let (valueMemory, stateMemory) = (
      UnsafeMutablePointer<Double>.allocate(capacity: size),
      UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    )
    valueMemory.initialize(repeating: 0, count: size)
    stateMemory.initialize(repeating: ValueState.present, count: size)
    self.constants = constants
    self.texts = texts ?? constants.texts
    (self.valueMemory, self.stateMemory) = (valueMemory, stateMemory)
    slots = program.slots
    values = (0..<program.slotCount).map { valueMemory + $0 * capacity }
    states = (0..<program.slotCount).map { stateMemory + $0 * capacity }
    isClean = [Bool](repeating: true, count: program.slotCount)
    count = capacity
    for (slot, operation) in program.constants { fill(slot, with: operation) }
  }

  deinit {
    valueMemory.deallocate()
    stateMemory.deallocate()
  }

  /// Lets a slot stand for rows of a column, from `row` on.
  func bind(_ slot: Int, to column: RegisterColumn, at row: Int, isResult: Bool) {
    values[slot] = column.values + row
    states[slot] = column.states + row
    isClean[slot] = isResult || Self.isPresent(states[slot], count)
  }

  /// The states of a slot, also where it is clean and they were not maintained.
  func maintainedStates(_ slot: Int) -> UnsafeMutablePointer<UInt8> {
    if isClean[slot] { states[slot].update(repeating: ValueState.present, count: count) }
    return states[slot]
  }

  /// Fills a slot with a constant.
  func fill(_ slot: Int, with constant: Operation) {
    let value: Double =
      switch constant {
      case .number(let number): number
      case .truth(let truth): truth ? 1 : 0
      case .text(let text): Double(constants.texts.code(of: text))
      case .parameter(let parameter): constants.parameters[parameter]
      default: preconditionFailure("only constants fill a slot")
      }
    values[slot].update(repeating: value, count: count)
    isClean[slot] = true
  }

  /// Whether all states say that the value is there.
  static func isPresent(_ states: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var any: UInt8 = 0
    for row in 0..<count { any |= states[row] }
    return any == ValueState.present
  }
}
