/// What the cells of one column are to become, and what has been decided about its doubtful ones.
public struct ColumnForm: Hashable, Sendable {
  /// What the cells are read as.
  public var kind: ColumnKind
  /// The unit that numbers are to have.
  public var unit: CellUnit
  /// The unit that they have in the file; the same where it is unknown.
  public var fileUnit: CellUnit
  /// Words of the file and the words that are to stand for them; compared after spaces and full-width
  /// characters are repaired, and before.
  public var aliases: [String: String]
  /// The only texts allowed; any where empty. They are never taken for marks of missing values.
  public var values: Set<String>
  /// Further texts that stand for a missing value, beside `MissingMark.usual`.
  public var missingMarks: Set<String>
  /// Texts that stand for a missing value as a rule, but not in this column.
  public var keptMarks: Set<String>
  /// How many digits an identifier has, or what becomes of shorter ones; nil where not decided.
  public var length: LengthDecision?
  /// What becomes of blanks like those of merged cells; nil where not decided.
  public var blanks: BlankDecision?
  /// What becomes of numbers of another size than the column's; nil where not decided.
  public var scale: ScaleDecision?
  /// In which order short dates have day, month and year; nil where not decided.
  public var shortDates: ShortDateDecision?
  /// How years of two or three digits are counted; nil where not decided.
  public var years: YearsDecision?
  /// The year of periods without one, such as 三季度; nil where not decided.
  public var year: Int?

  /// For which period a day stands; nil where the column's other periods tell.
  public var dayPeriod: PeriodDecision?

  /// A column of a kind, about which nothing is decided.
  public init(_ kind: ColumnKind, unit: CellUnit = .unknown, fileUnit: CellUnit = .unknown) {
    self.kind = kind
    self.unit = unit
    self.fileUnit = fileUnit
    aliases = [:]
    values = []
    missingMarks = []
    keptMarks = []
  }
}
