import Diagnostics

/// Judgements that a publication prints, and the numbers that it says follow from them.
public struct Paper: Sendable {
  /// A name for it.
  public let name: String
  /// What it is called.
  public let title: String?
  /// Where it was published.
  public let source: String?
  /// Its matrices, in the order of the file.
  public let matrices: [PaperMatrix]
  /// Its priorities over several matrices, in the order of the file.
  public let syntheses: [PaperSynthesis]
  /// What the author of the file must see although it can be used.
  public let findings: [Diagnostic]
}
