/// A file and what it held when it was read.
public struct HashedFile: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// What it held.
  public let digest: ContentDigest

  /// A file whose digest is known.
  public init(_ file: String, _ digest: ContentDigest) {
    self.file = file
    self.digest = digest
  }

  /// Reads a regular file.
  public init(_ file: String) throws(RecordError) {
    self.init(file, try ContentDigest(ofFile: file))
  }
}
