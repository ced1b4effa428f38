import Diagnostics
import LocatedYAML
@testable import ScorecardPolicy

/// A few names of every kind, and formulas checked against them.
enum SampleScope {
  static let scope: FormulaScope = {
    var scope = FormulaScope()
    scope.values = [
      "id": entry(.key, "id", .text), "a": entry("a"), "b": entry("b"),
      "money": entry("money", Unit(.tenThousandYuan)), "yuan": entry("yuan", Unit(.yuan)),
      "years": entry("years", Unit(.year)), "minutes": entry("minutes", Unit(.minute)),
      "days": entry("days", Unit(.day)), "share": entry("share", Unit(.ratio)),
      "percentage": entry("percentage", Unit(.percent)), "marks": entry("marks", Unit(.point)),
      "role": entry(.column, "role", .text), "flag": entry(.column, "flag", .truth),
      "存款 完成率": entry("存款 完成率"), "opened": entry(.column, "opened", .date),
      "closed": entry(.column, "closed", .date), "month": entry(.column, "month", .period),
      "level": entry(.formula, "level", .text), "people": entry("people", Unit(.person)),
      "price": entry("price", Unit("CNY/count")), "pieces": entry("pieces", Unit(.count)),
      "total": entry(.total, "total", .number, Unit(.point)),
    ]
    scope.details = [
      "business": [
        "income": entry("income", Unit(.tenThousandYuan)), "years": entry("years", Unit(.year)),
        "kind": entry(.column, "kind", .text),
        "net": entry(.formula, "net", .number, Unit(.tenThousandYuan)),
        "met": entry(.formula, "met", .truth), "day": entry(.column, "day", .date),
        "quarter": entry(.column, "quarter", .period),
      ],
      "log": ["amount": entry("amount")],
    ]
    scope.orderedTables = ["business"]
    scope.measures = ["customer": ["deposit": entry(.measure, "customer.deposit", .number, nil)]]
    scope.later = [
      "star": "a grade", "branch_rank": "a ranking", "final": "the value after the gates",
    ]
    scope.seesPopulation = true
    scope.subjectTable = "staff"
    let without: Unit? = nil
    scope.parameters = ["rate": Unit("point/year"), "factor": without, "both": without]
    scope.values["both"] = entry("both")
    scope.curves = [.linear: ["npl_points"], .step: ["commission"]]
    scope.lookups = ["level_base"]
    scope.argumentUnits = [
      "curves.npl_points": Unit(.ratio), "steps.commission": Unit(.tenThousandYuan),
    ]
    scope.valueUnits = ["curves.npl_points": Unit(.point), "steps.commission": Unit(.yuan)]
    scope.broken = ["faulty"]
    return scope
  }()

  /// What a formula is, and everything that is wrong with it; the formula stands at 3:10.
  static func check(
    _ text: String, in scope: FormulaScope = scope, path: String = "formulas.x"
  ) throws -> (typed: FormulaChecker.Typed?, faults: [Diagnostic]) {
    var node = YAMLNode(
      content: .scalar(text), location: SourceLocation(file: "p.yaml", line: 3, column: 10))
    node.isVerbatim = true
    var checker = FormulaChecker(text: text, path: path, node: node, scope: scope)
    let typed = checker.check(try FormulaParser.parse(text))
    return (typed, checker.diagnostics)
  }

  private static func entry(_ name: String, _ unit: Unit? = nil) -> FormulaScope.Entry {
    entry(.column, name, .number, unit)
  }

  private static func entry(
    _ source: ValueReference.Source, _ name: String, _ type: ValueType, _ unit: Unit? = nil
  ) -> FormulaScope.Entry {
    FormulaScope.Entry(
      reference: ValueReference(source: source, name: name), type: type, unit: unit)
  }
}
