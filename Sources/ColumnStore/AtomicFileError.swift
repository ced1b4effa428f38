/// Why a file could not be written; what stood there before is untouched.
public struct AtomicFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public let path: String
  /// The system's reason.
  public let reason: String

  /// `cannot write <path>: <reason>`.
  public var description: String { "cannot write \(path): \(reason)" }
}
