import Diagnostics

/// One kind of file: how to know it, where its table stands, and what its columns hold.
public struct MapSource: Sendable {
  /// Its name in the map.
  public var name: String
  /// Where the map declares it.
  public var location: SourceLocation?
  /// The names of its files, with `*` and `?`; nil takes every file.
  public var file: String?
  /// The sheet of a workbook; nil takes the only visible one with rows.
  public var sheet: SheetChoice?
  /// The line of the header, or the two lines of a header in two rows; from 1.
  public var headerLines: [Int]
  /// What is read, in the order of the map.
  public var columns: [MapColumn]
  /// Further marks for a missing value.
  public var missingMarks: [String]
  /// Which rows are kept.
  public var filters: [RowFilter]
  /// How rows of totals are known and judged.
  public var totals: TotalsRule
  /// What becomes of a person with two different rows.
  public var transfers: TransferChoice?
  /// Whether rows that are alike in all cells are rows of their own, and not one that stands twice.
  public var keepsRepeatedRows: Bool

  /// A source with the given columns and otherwise what holds where the map says nothing.
  public init(name: String, columns: [MapColumn]) {
    self.name = name
    self.columns = columns
    headerLines = [1]
    missingMarks = []
    filters = []
    totals = TotalsRule()
    keepsRepeatedRows = false
  }

  /// How its people with rows of several branches are split; nil where they are not.
  var split: TransferSplit? {
    guard case .split(let split) = transfers else { return nil }
    return split
  }

  /// A blank first or last day says that a row lasts from before the period, or on; it is not asked about.
  mutating func keepBlankDays() {
    guard let split else { return }
    for name in [split.from, split.until] {
      guard let index = name.flatMap(column) else { continue }
      columns[index].form.blanks = columns[index].form.blanks ?? .missing
    }
  }

  /// The place of a column of that name.
  func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// Which sheet of a workbook is read.
public enum SheetChoice: Hashable, Sendable {
  /// The one of that name.
  case name(String)
  /// The one of that number, from 1.
  case number(Int)
}

/// A condition on a column: a row is kept when its cell is one of the values.
public struct RowFilter: Hashable, Sendable {
  /// The column's name in the map.
  public var column: String
  /// The values that are kept.
  public var values: [String]

  /// A condition.
  public init(column: String, values: [String]) {
    (self.column, self.values) = (column, values)
  }
}

/// How rows of totals among the rows are known, and what becomes of a wrong total.
public struct TotalsRule: Hashable, Sendable {
  /// The words that exports write into such rows.
  public static let usualWords = ["合计", "小计", "总计", "总合计", "共计", "累计", "总和", "total"]
  /// The words that a cell of such a row is, spaces left out.
  public var words = TotalsRule.usualWords
  /// Whether a total that the rows above do not reach is passed over.
  public var acceptsDisagreement = false

  /// The usual rule.
  public init() {}
}

/// What becomes of somebody with two rows that differ, as after a change of branch.
public enum TransferChoice: Hashable, Sendable {
  /// All rows of the person are rejected.
  case reject
  /// The last row counts; the ones before are dropped.
  case last
  /// Each row becomes a subject of its own.
  case split(TransferSplit)
}
