import ResultRecords

/// What is published: a result that was made again, and what belongs to it.
public struct Publication: Sendable {
  /// The result's manifest.
  public let manifest: ResultManifest
  /// Where its files are.
  public let files: RecordedFiles
  /// The first day on which the policy holds, if it says so.
  public var effectiveFrom: String?
  /// Who publishes.
  public var publishedBy: String
  /// When, in UTC, as `2026-01-31T09:05:00Z`.
  public var publishedAt: String
  /// The version of the program.
  public var program: String
  /// The folder of the statements; nil for none.
  public var statements: String?
  /// Whether the archive is to hold the data too, and not their hashes only.
  public var keepsData = false
  /// What is corrected.
  public var correction: ArchiveEntry.Correction?
  /// How the result differs from the corrected one, as `difference` writes it in CSV.
  public var differences: [UInt8] = []

  /// A publication of a result without statements, data or correction.
  public init(
    _ manifest: ResultManifest, files: RecordedFiles, effectiveFrom: String?,
    by publishedBy: String,
    at publishedAt: String, program: String
  ) {
    self.manifest = manifest
    self.files = files
    self.effectiveFrom = effectiveFrom
    self.publishedBy = publishedBy
    self.publishedAt = publishedAt
    self.program = program
  }

  /// Fails when something of it cannot stand in an entry: a text, or the name of a statement.
  public func check() throws(ArchiveError) {
    let texts = [
      ("the name of who publishes", publishedBy), ("when", publishedAt),
      ("the program's version", program),
      ("the policy's name", manifest.policy.name),
      ("the policy's version", manifest.policy.version),
      ("the period", manifest.options.period),
      ("the day from which the policy holds", effectiveFrom),
      ("the reason of the correction", correction?.reason),
    ]
    for (what, text) in texts {
      guard let text, let reason = RecordText.fault(of: text) else { continue }
      throw .unusableText(what: what, reason: reason)
    }
    if let statements { _ = try StatementList.names(in: statements) }
  }
}
