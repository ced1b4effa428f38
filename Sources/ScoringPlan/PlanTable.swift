import ScorecardPolicy

/// A table that a plan reads: its key, its columns, and how many registers its rows have.
public struct PlanTable: Sendable, Equatable {
  /// The name in the policy; also that of the file, without `.csv`.
  public let name: String
  /// The key column's name in the policy.
  public let keyName: String
  /// The names under which files may hold the key.
  public let keyHeaders: [String]
  /// The columns in the order declared; column i is register i + 1.
  public let columns: [PlanColumn]
  /// Columns (the key too, by name) that no two rows may share all of; empty when any may.
  public let uniqueBy: [String]
  /// The register of the column that orders a subject's rows; nil when they have no order. Two rows
  /// of a subject that share its value reject the subject.
  public let order: Register?
  /// Whether detail rows of an unknown key are passed over instead of rejected.
  public let ignoresUnknownKeys: Bool
  /// The number of registers of a row: key, columns and results.
  public let registerCount: Int

  /// A table; only detail tables have an order or ignore unknown keys.
  public init(
    name: String, keyName: String, keyHeaders: [String], columns: [PlanColumn], uniqueBy: [String],
    order: Register? = nil, ignoresUnknownKeys: Bool, registerCount: Int
  ) {
    self.name = name
    self.keyName = keyName
    self.keyHeaders = keyHeaders
    self.columns = columns
    self.uniqueBy = uniqueBy
    self.order = order
    self.ignoresUnknownKeys = ignoresUnknownKeys
    self.registerCount = registerCount
  }
}

/// A column that a plan reads.
public struct PlanColumn: Sendable, Equatable {
  /// The name in the policy.
  public let name: String
  /// The names under which files may hold it.
  public let headers: [String]
  /// What its cells hold.
  public let type: ValueType
  /// The unit of a number column, when the policy names one.
  public let unit: Unit?
  /// The unit of the numbers as files have them; nil when it is that of the column.
  public let fileUnit: Unit?
  /// The smallest number allowed; of a date or period column its number.
  public let minimum: Double?
  /// The largest number allowed; of a date or period column its number.
  public let maximum: Double?
  /// The texts allowed; empty when any is.
  public let allowedTexts: [String]
  /// Whether a blank cell is let through as missing instead of rejecting the row. (A number to use
  /// in its place is an instruction of the plan, as it can be tuned.)
  public let allowsMissing: Bool

  /// A column; nil, or an empty list, for what the policy does not say.
  public init(
    name: String, headers: [String], type: ValueType, unit: Unit?,
    fileUnit: Unit? = nil, minimum: Double?,
    maximum: Double?, allowedTexts: [String], allowsMissing: Bool
  ) {
    self.name = name
    self.headers = headers
    self.type = type
    self.unit = unit
    self.fileUnit = fileUnit
    self.minimum = minimum
    self.maximum = maximum
    self.allowedTexts = allowedTexts
    self.allowsMissing = allowsMissing
  }
}
