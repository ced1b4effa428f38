import ColumnStore
import ScorecardPolicy
import ScoringPlan

extension TableSpecification {
  /// What a plan wants of one of its tables.
  public init(_ table: PlanTable) {
    self.init(
      name: table.name, keyName: table.keyName, keyHeaders: table.keyHeaders,
      columns: table.columns.map { ColumnSpecification($0) }, uniqueBy: table.uniqueBy)
  }
}

extension ColumnType {
  /// What the cells of a column of values hold.
  init(_ type: ValueType) {
    self =
      switch type {
      case .number: .number
      case .text: .text
      case .truth: .truth
      case .date: .date
      case .period: .period
      }
  }
}

extension ColumnSpecification {
  /// What a plan wants of a column.
  init(_ column: PlanColumn) {
    let percentMeaning: PercentMeaning =
      switch column.fileUnit ?? column.unit {
      case Unit(.ratio): .fraction
      case Unit(.percent): .percent
      default: .none
      }
    let pointShift = column.unit.flatMap { column.fileUnit?.pointShift(to: $0) } ?? 0
    self.init(
      name: column.name, headers: column.headers, type: ColumnType(column.type),
      percentMeaning: percentMeaning,
      pointShift: pointShift, minimum: column.minimum, maximum: column.maximum,
      unit: column.unit.map(\.description) ?? "", allowedTexts: column.allowedTexts,
      allowsMissing: column.allowsMissing)
  }
}
