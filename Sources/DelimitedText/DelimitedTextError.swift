/// Why a file could not be read as text.
public enum DelimitedTextError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file could not be opened or read; `reason` is the system's.
  case unreadable(file: String, reason: String)
  /// The bytes are none of the known encodings; `offset` is that of the first byte that is not UTF-8.
  case unknownEncoding(file: String, offset: Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "cannot read \(file): \(reason)"
    case .unknownEncoding(let file, let offset):
      "\(file) is not UTF-8, GB18030 or UTF-16LE text (byte \(offset) fits none); "
        + "save it as UTF-8 and try again"
    }
  }
}
