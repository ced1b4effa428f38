/// Why an output cannot be written in the encoding that was asked for.
public enum EncodingFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// This system cannot write it.
  case noConverter(ResultEncoding)
  /// It has no place for a character.
  case unwritable(Unicode.Scalar, ResultEncoding)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .noConverter(let encoding):
      "this system has no converter to \(encoding.rawValue); write \(Self.other) instead"
    case .unwritable(let character, let encoding):
      "\(encoding.rawValue) has no place for the character \(Self.name(character)) of the data, which is "
        + "for private use; write \(Self.other) instead"
    }
  }

  private static let other = ResultEncoding.utf8WithMark.rawValue

  private static func name(_ character: Unicode.Scalar) -> String {
    "U+\(String(character.value, radix: 16, uppercase: true))"
  }
}
