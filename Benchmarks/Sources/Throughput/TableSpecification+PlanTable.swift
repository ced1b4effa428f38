import ColumnStore
import ScoringPlan

extension TableSpecification {
  /// What a plan wants of a table of numbers and texts in the plan's own units.
  init(numbersAndTextsOf table: PlanTable) {
    self.init(
      name: table.name, keyName: table.keyName, keyHeaders: table.keyHeaders,
      columns: table.columns.map { column in
        ColumnSpecification(
          name: column.name, headers: column.headers, type: column.type == .text ? .text : .number,
          minimum: column.minimum, maximum: column.maximum, allowedTexts: column.allowedTexts,
          allowsMissing: column.allowsMissing)
      }, uniqueBy: table.uniqueBy)
  }
}
