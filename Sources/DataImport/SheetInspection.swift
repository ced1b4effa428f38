/// What a sheet, or a text as a whole, holds.
public struct SheetInspection: Sendable {
  /// Something that occurs on some lines.
  public struct Occurrence: Sendable {
    /// The name of the rule or fault, such as `total-row`.
    public let name: String
    /// What it is, as a sentence without a full stop.
    public let words: String
    /// On how many lines.
    public let count: Int
    /// The first of them.
    public let lines: [Int]
  }

  /// The sheet's name; nil for a text.
  public let name: String?
  /// Whether its tab is hidden.
  public let isHidden: Bool
  /// The lines of the header; none where no header was found.
  public let headerLines: [Int]
  /// What stands above the header.
  public let titles: [String]
  /// Whether anything stands in it.
  public let hasRows: Bool
  /// How many rows of data there are.
  public let rowCount: Int
  /// How many ranges of merged cells there are.
  public let mergedRangeCount: Int
  /// The columns, from left to right.
  public internal(set) var columns: [ColumnInspection]
  /// Lines that are no rows of data, rows of another width, rows that stand twice.
  public let lines: [Occurrence]
  /// The place among `columns` of the column whose values name the rows, if one does.
  public let key: Int?
  /// Whether no value of the key stands twice; nil when there are too many rows to tell.
  public let keyIsUnique: Bool?
  /// Whether no value of the key stands twice in one period; nil where this was not looked at.
  public let keyIsUniqueInPeriod: Bool?
  /// Rows whose key has stood before.
  public let repeatedKeys: Occurrence?
  /// The place of the column that says for which period a row is.
  public let period: Int?

  /// Numbers for several periods side by side, or several numbers one below the other.
  public var shapes: [SheetShape] { SheetShape.find(columns, repeatsKeys: repeatsKeys) }

  /// Whether the same keys stand again and again, as where each person has a row for each month.
  public var repeatsKeys: Bool { (repeatedKeys?.count ?? 0) * 4 > rowCount }

  /// Whether some keys stand twice where most stand once, and not in another period.
  public var hasStrayKeys: Bool {
    repeatedKeys != nil && !repeatsKeys && keyIsUniqueInPeriod != true
  }

  /// The headers that several columns have, so that nobody can say which is meant.
  public var repeatedHeaders: [String] {
    var counts: [String: Int] = [:]
    for column in columns { counts[HeaderName(column.header).plain, default: 0] += 1 }
    return columns.map(\.header).filter { header in
      let plain = HeaderName(header).plain
      return !plain.isEmpty && counts.updateValue(0, forKey: plain) ?? 0 > 1
    }
  }

  /// Whether somebody must look at something before it is imported: not at what is repaired or left
  /// out by rules.
  public var hasFindings: Bool {
    if headerLines.isEmpty { return hasRows }
    return hasStrayKeys || !repeatedHeaders.isEmpty
      || lines.contains { DropRule(rawValue: $0.name) == nil }
      || columns.contains { column in
        column.faults.contains(where: \.isRejected) || !column.questions.isEmpty
      }
  }
}
