import Diagnostics
import LocatedYAML

// Reading the results and the payroll, and the names of what a result file holds.
extension PolicyReader {
  /// The results in an order of evaluation, and their names in the order written.
  mutating func results(
    _ node: YAMLNode?, scope: FormulaScope
  ) -> (results: [ResultDeclaration], order: [String]) {
    var titles: [String: Title] = [:]
    let entries = named(node, path: "results").compactMap { entry -> YAMLNode.Entry? in
      let path = "results.\(entry.key)"
      guard entry.value.entries != nil else { return entry }
      guard let fields = fields(of: entry.value, path: path, keys: ["formula", "title"]) else {
        return nil
      }
      titles[entry.key] = fields["title"].flatMap { title($0, path: join(path, "title")) }
      guard let formula = fields["formula"] else {
        missingKey("formula", entry.value, path: path)
        return nil
      }
      return YAMLNode.Entry(key: entry.key, keyLocation: entry.keyLocation, value: formula)
    }
    var scope = scope
    let formulas = formulas(entries, path: "results", scope: &scope, source: .result)
    let results = formulas.map {
      ResultDeclaration(name: $0.name, title: titles[$0.name], formula: $0.formula)
    }
    return (results, entries.map(\.key).filter { name in formulas.contains { $0.name == name } })
  }

  mutating func payroll(
    _ node: YAMLNode?, _ results: [ResultDeclaration], declared: [String]
  ) -> PayrollDeclaration? {
    guard let node,
      let fields = fields(of: node, path: "payroll", keys: ["amount", "budget"])
    else { return nil }
    guard let amountNode = fields["amount"] else {
      missingKey("amount", node, path: "payroll")
      return nil
    }
    guard let name = text(amountNode, path: "payroll.amount") else { return nil }
    guard let result = results.first(where: { $0.name == name }) else {
      // A result at fault is reported where it stands.
      if declared.contains(name) { return nil }
      report(
        amountNode, "payroll.amount", "policy.unknown-name", "no result is named \(name)",
        suggestion: Spelling.didYouMean(name, among: declared)
          ?? "the amount is one of results:, a number")
      return nil
    }
    guard result.formula.type == .number else {
      report(
        amountNode, "payroll.amount", "formula.type",
        "\(name) is a \(result.formula.type.rawValue), and the amount paid is a number",
        suggestion: "name a result that is money")
      return nil
    }
    return PayrollDeclaration(
      amount: name, unit: result.formula.unit,
      budget: number(fields, "budget", path: "payroll", unit: result.formula.unit))
  }

  // MARK: Scopes

  /// What is computed after the formulas of the subject table, by name, with what each is.
  func laterNames(_ root: YAMLNode) -> [String: String] {
    var names: [String: String] = ["total": "the total", "final": "the value after the gates"]
    let sections = [
      (root["scorecard"]?["dimensions"], "a dimension"), (root["rankings"], "a ranking"),
      (root["grades"], "a grade"), (root["results"], "a result"),
    ]
    for (node, kind) in sections {
      for entry in node?.entries ?? [] where scope.values[entry.key] == nil {
        names[entry.key] = kind
      }
    }
    return names
  }

  /// The names that gates may use: also the scores of measures and dimensions, and the total.
  func gateScope(_ dimensions: YAMLNode?) -> FormulaScope {
    var scope = scope
    for dimension in dimensions?.entries ?? [] {
      scope.declare(dimension.key, .dimension, type: .number, unit: Unit(.point))
      for measure in dimension.value["measures"]?.entries ?? [] {
        scope.measures[dimension.key, default: [:]][measure.key] = FormulaScope.Entry(
          reference: ValueReference(source: .measure, name: "\(dimension.key).\(measure.key)"),
          type: .number, unit: Unit(.point))
      }
    }
    scope.declare("total", .total, type: .number, unit: Unit(.point))
    return scope
  }

  /// The names that results may use: also the final value, ranks and grades.
  func resultScope(
    _ gateScope: FormulaScope, _ rankings: [RankingDeclaration], _ grades: [GradeDeclaration],
    hasGates: Bool
  ) -> FormulaScope {
    var scope = gateScope
    scope.declare("final", hasGates ? .final : .total, type: .number, unit: Unit(.point))
    for ranking in rankings {
      scope.declare(ranking.name, .ranking, type: .number, unit: Unit(.count))
    }
    for grade in grades {
      scope.declare(
        grade.name, .grade, type: .text, unit: nil, texts: grade.bands.map(\.grade) + [""])
    }
    scope.later = [:]
    return scope
  }

  // MARK: Names of the results

  /// Two columns of a result must not have one name.
  mutating func checkOutputNames(_ subjects: TableDeclaration, _ root: YAMLNode) {
    var owners: [String: String] = [
      "total": "the total", "final": "the value after the gates", "period": "the period",
    ]
    // Only a result that is given a period has that column; a key or text may else be named so.
    let texts = subjects.columns.filter { $0.type == .text && $0.name != "period" }.map(\.name)
    let table = root["tables"]?[subjects.name]
    let columns = table?["columns"]?.entries ?? []
    let key = table?["key"].map {
      YAMLNode.Entry(key: subjects.key.name, keyLocation: $0.location, value: $0)
    }
    let sections = [
      ([key].compactMap { $0 }.filter { $0.key != "period" }, "the key"),
      (columns.filter { texts.contains($0.key) }, "a text column of the subject table"),
      (root["scorecard"]?["dimensions"]?.entries, "a dimension"),
      (root["rankings"]?.entries, "a ranking"), (root["grades"]?.entries, "a grade"),
      (root["results"]?.entries, "a result"),
    ]
    for (entries, owner) in sections {
      for entry in entries ?? [] {
        if let other = owners[entry.key] {
          diagnostics.append(
            Diagnostic(
              code: "policy.duplicate-name", at: entry.keyLocation,
              "the results would have two columns \(entry.key): \(owner) and \(other)",
              suggestion: "give one of the two another name"))
        }
        owners[entry.key] = owner
      }
    }
  }
}
