/// What becomes of identifiers that may have lost their leading zeros: `length:` of a map.
public enum LengthDecision: Hashable, Sendable {
  /// Zeros are put before those that are shorter; longer ones are rejected.
  case digits(Int)
  /// They stay as they are.
  case any
  /// Those that may have lost zeros are rejected.
  case reject

  /// A decision as a map words it: a number of digits, `any` or `reject`.
  public init?(_ word: String) {
    switch word {
    case "any": self = .any
    case "reject": self = .reject
    default:
      guard let digits = Int(word), (1...40).contains(digits) else { return nil }
      self = .digits(digits)
    }
  }
}
