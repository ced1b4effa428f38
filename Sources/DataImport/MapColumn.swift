import Diagnostics

/// One column of a source: where it stands in files, and what its cells are.
public struct MapColumn: Sendable {
  /// Its name in the map, and in the tables made.
  public var name: String
  /// Where the map declares it.
  public var location: SourceLocation?
  /// What files call it; its name when empty.
  public var headers: [String]
  /// The value of all its cells, where no file has it.
  public var constant: String?
  /// What its cells are to become. The unit of the file is that of files whose header does not say one.
  public var form: ColumnForm
  /// A column that has about the same values, as an average has beside the amount of a day.
  public var near: String?
  /// Whether cells more than five times those of `near`, or less than a fifth, are as they should be.
  public var acceptsRatio: Bool
  /// What becomes of its numbers where somebody is split into several subjects; nil where not decided.
  public var split: SplitDecision?
  /// Whether the totals of files are sums of the rows.
  public var isAdditive: Bool

  /// A column of that name.
  public init(name: String, form: ColumnForm = ColumnForm(.text)) {
    (self.name, self.form) = (name, form)
    headers = []
    acceptsRatio = false
    isAdditive = true
  }

  /// What files may call it.
  var acceptedHeaders: [String] { headers.isEmpty ? [name] : headers }
  /// Whether rows of totals have the sum of its cells.
  var isSummed: Bool { form.kind == .number && isAdditive && !form.unit.isShare }
}
