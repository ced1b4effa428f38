/// Where the values and states of a register are from some row on.
struct RegisterPlace {
  let values: UnsafePointer<Double>
  let states: UnsafePointer<UInt8>
  /// Keeps the memory.
  private let owner: AnyObject

  init(_ values: UnsafePointer<Double>, _ states: UnsafePointer<UInt8>, of owner: AnyObject) {
    (self.values, self.states, self.owner) = (values, states, owner)
  }

  /// A column from a row on.
  init(_ column: RegisterColumn, from row: Int = 0) {
    self.init(column.values + row, column.states + row, of: column)
  }
}
