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
  /// What its cells are.
  public var type: CellType
  /// The unit that is written.
  public var unit: CellUnit?
  /// The unit of files whose header does not say one.
  public var fileUnit: CellUnit?
  /// How many characters an id has.
  public var idLength: Int?
  /// Other words for a value, with what is written for them.
  public var values: [String: String]
  /// What blank cells mean.
  public var blanks: BlankChoice?
  /// What cells below 1 mean in a column of percents.
  public var fractions: FractionChoice?
  /// A column that has about the same values, as an average has beside the amount of a day.
  public var near: String?
  /// Whether cells more than five times those of `near` are as they should be.
  public var acceptsRatio: Bool
  /// Whether the totals of files are sums of the rows.
  public var isAdditive: Bool

  /// A column of texts of that name.
  public init(name: String, type: CellType = .text) {
    (self.name, self.type) = (name, type)
    headers = []
    values = [:]
    acceptsRatio = false
    isAdditive = true
  }

  /// What files may call it.
  var acceptedHeaders: [String] { headers.isEmpty ? [name] : headers }
}
