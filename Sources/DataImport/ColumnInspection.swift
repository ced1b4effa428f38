/// What a column of a file holds.
public struct ColumnInspection: Sendable {
  /// Something that was found in its cells.
  public struct Fault: Sendable {
    /// The name of the rule by which it is repaired, or of the reason why it cannot be used.
    public let name: String
    /// The same as a sentence without a full stop.
    public let words: String
    /// Whether the cells cannot be used.
    public let isRejected: Bool
    /// In how many cells.
    public let count: Int
    /// The first of them.
    public let examples: [ColumnQuestion.Example]
  }

  /// What the file calls it; two rows of headers are joined.
  public let header: String
  /// The unit that the header says.
  public let unit: CellUnit?
  /// Whether the unit stands in brackets, so that the importer sees it.
  public let isUnitSeen: Bool
  /// What its cells seem to be.
  public let kind: ColumnKind
  /// Whether they have percent signs.
  public let hasPercentSigns: Bool
  /// How many cells hold a value, usable or not.
  public let filledCount: Int
  /// How many are blank or marked as missing.
  public let missingCount: Int
  /// How many different values there are, up to `ColumnTally.mostDistinct`.
  public let distinctCount: Int
  /// Whether there are more.
  public let hasMoreDistinct: Bool
  /// The first different values.
  public let examples: [String]
  /// More of them: all, where there are no more than thirty.
  let values: [String]
  /// What was found in its cells, by the rules of the importer.
  public let faults: [Fault]
  /// What has to be decided before the column can be imported.
  public var questions: [ColumnQuestion] { profile.questions() }
  /// The tables and columns that it can be, of those that are expected.
  public let matches: [Match]
  var profile: ColumnProfile

  /// What the column is called in all files: as an expected table has it, by the word that banks use for
  /// it, or as the file does.
  var meaning: String {
    matches.first?.column ?? ColumnAliases.group(header).map { ColumnAliases.groups[$0][0] }
      ?? HeaderName(header).withoutUnit
  }

  /// A column of an expected table.
  public struct Match: Hashable, Sendable {
    /// The table.
    public let table: String
    /// The column.
    public let column: String
  }

  /// What the cells are called for people: percents are numbers with percent signs.
  public var typeName: String {
    kind == .number && (hasPercentSigns || unit == .percent) ? "percent" : kind.rawValue
  }
}
