/// The states of a value as one byte: what blocks of columns carry beside the doubles.
public enum ValueState {
  /// The value is there.
  public static let present: UInt8 = 0
  /// The value is missing. Any larger byte is the raw value of a `FaultKind`.
  public static let missing: UInt8 = 1

  /// The lower fault of two states, else missing, else present.
  public static func worse(_ one: UInt8, _ other: UInt8) -> UInt8 {
    let isFault = (one > missing, other > missing)
    return isFault.0 && isFault.1 ? min(one, other) : max(one, other)
  }
}
