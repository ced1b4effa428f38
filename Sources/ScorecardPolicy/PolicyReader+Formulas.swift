import Diagnostics
import LocatedYAML

// Reading formulas: parsing, order of evaluation, names, types.
extension PolicyReader {
  /// A section of named formulas in an order of evaluation; `scope` grows by them.
  mutating func formulas(
    _ node: YAMLNode?, path: String, scope: inout FormulaScope
  ) -> [FormulaDeclaration] {
    formulas(named(node, path: path), path: path, scope: &scope, source: .formula)
  }

  /// Named formulas of some kind in an order of evaluation; `scope` grows by them.
  mutating func formulas(
    _ entries: [YAMLNode.Entry], path: String, scope: inout FormulaScope,
    source: ValueReference.Source
  ) -> [FormulaDeclaration] {
    var parsed: [String: ParsedFormula] = [:]
    var names: [String] = []
    for entry in entries {
      let formulaPath = join(path, entry.key)
      if let value = scope.values[entry.key] {
        // Of two output columns of one name it has been said already.
        if isDuplicate(entry) { continue }
        diagnostics.append(
          Diagnostic(
            code: "policy.duplicate-name", at: entry.keyLocation, path: formulaPath,
            "\(entry.key) is already the name of \(value.reference.source.description)",
            suggestion: "give the formula another name"))
        continue
      }
      guard let formula = parse(entry.value, path: formulaPath) else {
        scope.broken.insert(entry.key)
        continue
      }
      parsed[entry.key] = formula
      names.append(entry.key)
    }
    let sorted = DependencyOrder(names) { parsed[$0]?.expression.names ?? [] }
    guard sorted.cycles.isEmpty else {
      for cycle in sorted.cycles {
        guard let first = parsed[cycle[0]] else { continue }
        diagnostics.append(
          Diagnostic(
            code: "formula.cycle", at: first.node.location(ofCharacter: 0), path: first.path,
            cycle.count == 2
              ? "this formula needs itself"
              : "these formulas need each other: \(cycle.joined(separator: " -> "))",
            notes: [Formula.note(first.text)],
            suggestion: cycle.count == 2
              ? "write it without \(cycle[0])" : "write one of them without the others"))
      }
      scope.broken.formUnion(names)
      return []
    }
    return sorted.order.compactMap { name in
      guard let formula = parsed[name], let checked = check(formula, scope) else {
        scope.broken.insert(name)
        return nil
      }
      scope.values[name] = FormulaScope.Entry(
        reference: ValueReference(source: source, name: name), type: checked.type,
        unit: checked.unit, isScaled: checked.isScaled)
      return FormulaDeclaration(name: name, formula: checked)
    }
  }

  private func isDuplicate(_ entry: YAMLNode.Entry) -> Bool {
    diagnostics.contains {
      $0.code == "policy.duplicate-name" && $0.location == entry.keyLocation
    }
  }

  /// One formula of the subject table, checked.
  ///
  /// - Parameters:
  ///   - scope: what it may use; by default what the subject table's formulas may.
  ///   - isPoints: whether its numbers must be plain, as scores are.
  mutating func formula(
    _ node: YAMLNode, path: String, as type: ValueType, scope: FormulaScope? = nil,
    isPoints: Bool = false
  ) -> Formula? {
    guard let parsed = parse(node, path: path), let formula = check(parsed, scope ?? self.scope)
    else { return nil }
    guard formula.type == type else {
      report(
        node, path, "formula.type",
        "a \(type.rawValue) is needed here, and the formula gives a \(formula.type.rawValue)",
        notes: [Formula.note(formula.text)],
        suggestion: FormulaChecker.advice(needed: type, found: formula.type, in: formula.text))
      return nil
    }
    return !isPoints || isPlain(formula, node) ? formula : nil
  }

  /// Whether a formula that gives points is in no other unit; a fault otherwise.
  private mutating func isPlain(_ formula: Formula, _ node: YAMLNode) -> Bool {
    guard let unit = formula.unit, !unit.isPlain, !formula.isScaled || unit.isMoney else {
      return true
    }
    let names = formula.path.split(separator: ".")
    let key = names.last ?? "value"
    let owner = names.dropLast().last.map { " of \($0)" } ?? ""
    report(
      node, formula.path, "formula.unit",
      "the \(key)\(owner) is in \(unit), and a score is a number of points",
      notes: [Formula.note(formula.text)],
      suggestion:
        "divide by another value in \(unit), such as a plan, or score it with CURVE or STEP")
    return false
  }

  /// A formula that could be read, before its names are looked up.
  struct ParsedFormula {
    let text: String
    let path: String
    let node: YAMLNode
    let expression: Expression
  }

  private mutating func parse(_ node: YAMLNode, path: String) -> ParsedFormula? {
    if let indicator = node.indicator {
      report(
        node, path, "policy.unquoted-formula",
        "YAML takes the \(indicator) at the beginning as its own",
        suggestion: "a formula that begins with \(indicator) must be quoted")
      return nil
    }
    guard let text = node.text else {
      let isBracketed = node.elements != nil
      report(
        node, path, isBracketed ? "policy.unquoted-formula" : "policy.shape",
        node.isBlank ? "\(path) has no formula" : "\(path) must be a formula, not \(node.kind)",
        suggestion: isBracketed
          ? "a formula that begins with [ must be quoted"
          : node.isBlank ? "write it behind the colon, or take the name out" : nil)
      return nil
    }
    do {
      let expression = try FormulaParser.parse(text)
      return ParsedFormula(text: text, path: path, node: node, expression: expression)
    } catch {
      diagnostics.append(
        Diagnostic(
          code: "formula.syntax", at: node.location(ofCharacter: error.offset), path: path,
          error.message, notes: text.isEmpty ? [] : [Formula.note(text)],
          suggestion: error.suggestion))
      return nil
    }
  }

  private mutating func check(_ parsed: ParsedFormula, _ scope: FormulaScope) -> Formula? {
    var checker = FormulaChecker(
      text: parsed.text, path: parsed.path, node: parsed.node, scope: scope)
    let typed = checker.check(parsed.expression)
    diagnostics += checker.diagnostics
    return typed.map {
      Formula(
        text: parsed.text, path: parsed.path, location: parsed.node.location(ofCharacter: 0),
        expression: $0.expression,
        type: $0.type, unit: $0.unit, isScaled: $0.isScaled)
    }
  }
}
