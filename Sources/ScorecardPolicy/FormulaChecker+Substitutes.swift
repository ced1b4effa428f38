// Functions that spreadsheets have and formulas do not.
extension FormulaChecker {
  /// What does the work of a spreadsheet's function, by its name.
  static let substitutes: [String: String] = [
    "AVERAGEIFS": conditions("AVERAGEIF"), "CEILING": "ROUNDUP(x, places)",
    "COUNTA": "COUNT(table.column)", "COUNTIFS": conditions("COUNTIF"),
    "FLOOR": "ROUNDDOWN(x, places)", "HLOOKUP": lookup, "IFERROR": fault, "IFNA": missing,
    "IFS": "IF(condition, x, IF(condition, y, z))", "INDEX": lookup,
    "INT": "ROUNDDOWN(x, 0)", "ISBLANK": "ISMISSING(x)", "ISNA": "ISMISSING(x)",
    "LOG": "LN(x)", "MATCH": lookup, "MAXIFS": conditions("MAXIF"), "MEAN": "AVERAGE(x, group)",
    "MINIFS": conditions("MINIF"), "NOW": day, "POW": "POWER(x, y)",
    "SUMIFS": conditions("SUMIF"),
    "SUMPRODUCT": "name the product as a formula of the detail table, and write SUM(table.name)",
    "SWITCH": lookup, "TODAY": day, "TRUNC": "ROUNDDOWN(x, places)", "VLOOKUP": lookup,
    "XLOOKUP": lookup,
  ]

  private static let lookup =
    "LOOKUP(name, text, default), with the table in lookups: of the policy"
  private static let missing = "IFMISSING(x, value if missing)"
  private static let fault =
    "say when there is no value: IF(plan > 0, actual / plan, 0), or IFMISSING(x, value if missing)"
  private static let day =
    "a result must not depend on the day it is computed: take the day from a column of the data"

  private static func conditions(_ function: String) -> String {
    "\(function)(table.column, AND(condition, condition))"
  }
}
