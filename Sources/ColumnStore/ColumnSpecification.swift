/// What one column of a table must look like.
public struct ColumnSpecification: Hashable, Sendable {
  /// The column's name, which is also accepted as its header.
  public var name: String
  /// Further headers accepted in files.
  public var headers: [String]
  /// What the cells hold.
  public var type: ColumnType
  /// What a percent sign means in a number column, before the point is moved.
  public var percentMeaning: PercentMeaning
  /// How many places to the left the decimal point of a number's text is moved, to the right if
  /// negative: 4 for a file in yuan and a column in 10,000 yuan. The moved text is what is read, so
  /// that the number is that of a file in the column's own unit to the bit.
  public var pointShift: Int
  /// The least value allowed, itself included, in the column's unit; the number of a date or period.
  public var minimum: Double?
  /// The greatest value allowed, itself included.
  public var maximum: Double?
  /// The text of the column's unit, for messages; empty when there is none.
  public var unit: String
  /// The texts allowed in a text column; any when empty.
  public var allowedTexts: [String]
  /// Whether a blank cell is a missing value; if not, it is a fault of its row.
  public var allowsMissing: Bool

  /// A column; by default of numbers without bounds, in which a blank is a fault.
  public init(
    name: String, headers: [String] = [], type: ColumnType = .number,
    percentMeaning: PercentMeaning = .none, pointShift: Int = 0, minimum: Double? = nil,
    maximum: Double? = nil, unit: String = "", allowedTexts: [String] = [],
    allowsMissing: Bool = false
  ) {
    self.name = name
    self.headers = headers
    self.type = type
    self.percentMeaning = percentMeaning
    self.pointShift = pointShift
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
    self.allowedTexts = allowedTexts
    self.allowsMissing = allowsMissing
  }
}
