/// A file that a report rests on, with what tells its content from any other.
public struct ReportFile: Sendable, Equatable {
  /// The file as the user named it.
  public let name: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public let sha256: String

  /// A file whose hash is known.
  public init(name: String, sha256: String) {
    (self.name, self.sha256) = (name, sha256)
  }
}
