/// What one column of a table must look like.
public struct ColumnSpecification: Hashable, Sendable {
  /// The column's name, which is also accepted as its header.
  public var name: String
  /// Further headers accepted in files.
  public var headers: [String]
  /// What the cells hold.
  public var type: ColumnType
  /// What a percent sign means in a number column.
  public var percentMeaning: PercentMeaning
  /// The least number allowed, itself included.
  public var minimum: Double?
  /// The greatest number allowed, itself included.
  public var maximum: Double?
  /// The unit's text, for messages; empty when there is none.
  public var unit: String
  /// The texts allowed in a text column; any when empty.
  public var allowedTexts: [String]
  /// What becomes of a blank cell.
  public var missing: MissingRule

  /// A column; by default of numbers without bounds, in which a blank is a fault.
  public init(
    name: String, headers: [String] = [], type: ColumnType = .number,
    percentMeaning: PercentMeaning = .none, minimum: Double? = nil, maximum: Double? = nil,
    unit: String = "", allowedTexts: [String] = [], missing: MissingRule = .reject
  ) {
    self.name = name
    self.headers = headers
    self.type = type
    self.percentMeaning = percentMeaning
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
    self.allowedTexts = allowedTexts
    self.missing = missing
  }
}
