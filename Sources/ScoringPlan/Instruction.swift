/// One step of a row program: an operation and the register that takes its result.
public struct Instruction: Sendable, Equatable {
  /// The register written; no other instruction writes it.
  public let result: Register
  /// What is computed.
  public let operation: Operation
  /// The formula it comes from, by its index in `Plan.origins`.
  public let origin: Int

  /// An instruction, which must stand after those that write its operands.
  public init(result: Register, operation: Operation, origin: Int) {
    self.result = result
    self.operation = operation
    self.origin = origin
  }
}
