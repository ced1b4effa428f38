/// What an import did.
public struct ImportSummary: Sendable {
  /// A file that was read.
  public struct File: Sendable {
    /// As the user named it.
    public let name: String
    /// The source that it belongs to.
    public let source: String
    /// What became of its rows.
    public let counts: RowCounts
    /// Whether its formulas are to be worked out anew when it is opened, so that the values read may be
    /// old ones.
    public let hasUncertainFormulas: Bool
  }

  /// A table that was written.
  public struct Table: Sendable {
    /// Its name.
    public let name: String
    /// Its rows.
    public let rows: Int
  }

  /// The files, in the order in which they were read.
  public internal(set) var files: [File] = []
  /// The tables, in the order of the map.
  public internal(set) var tables: [Table] = []

  /// What became of the rows of all files.
  public var counts: RowCounts { files.reduce(into: RowCounts()) { $0 += $1.counts } }
  /// Whether rows are missing in the tables that somebody must look at.
  public var hasFindings: Bool {
    let counts = counts
    return counts.rejected + counts.setAside > 0 || counts.dropped[.unverifiedTotal] != nil
      || files.contains(where: \.hasUncertainFormulas)
  }
}
