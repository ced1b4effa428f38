/// One value of each row of a table: a column of the file, or the result of one instruction.
///
/// Numbered within its table: 0 is the key, 1... the columns in the order declared, then results.
/// Each register is written by exactly one instruction or population operation.
public struct Register: Hashable, Sendable, Comparable {
  /// The number of the register within its table.
  public let index: Int

  /// The register of that number.
  public init(_ index: Int) { self.index = index }

  /// The register that holds the row's key.
  public static let key = Register(0)

  /// By number.
  public static func < (left: Register, right: Register) -> Bool { left.index < right.index }
}
