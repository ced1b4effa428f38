import Diagnostics
import LocatedYAML

extension FormulaChecker {
  /// Checks a name that stands for a value, or TRUE or FALSE.
  mutating func checkName(
    _ name: String, _ isBracketed: Bool, _ range: Range<Int>
  ) -> Typed? {
    if !isBracketed, let truth = ["TRUE": true, "FALSE": false][name.uppercased()] {
      return Typed(expression: .truth(truth), type: .truth)
    }
    if let both = scope.ambiguous[name] {
      report(
        range, "formula.ambiguous-name", "\(name) is \(both)",
        suggestion: "give one of the two another name")
      return nil
    }
    let value = scope.values[name]
    if let unit = scope.parameters[name] {
      guard value == nil else {
        report(
          range, "formula.ambiguous-name", "\(name) is both a parameter and a value of the table",
          suggestion: "give one of the two another name")
        return nil
      }
      return Typed(expression: .parameter(name), type: .number, unit: unit)
    }
    if let value { return typed(value) }
    if scope.isComplete, !scope.broken.contains(name) { reportUnknown(name, range) }
    return nil
  }

  private func typed(_ value: FormulaScope.Entry) -> Typed {
    Typed(
      expression: .value(value.reference), type: value.type, unit: value.unit,
      isScaled: value.isScaled)
  }

  /// Checks `dimension.measure`, and says what else two names with a dot may have been meant as.
  mutating func checkMember(_ owner: String, _ name: String, _ range: Range<Int>) -> Typed? {
    if let score = scope.measures[owner]?[name] { return typed(score) }
    if scope.broken.contains(owner) || scope.broken.contains(name) { return nil }
    if let what = scope.later["\(owner).\(name)"] {
      reportTooEarly("\(owner).\(name)", what, range)
    } else if scope.later[owner] != nil, scope.details[owner] == nil {
      reportTooEarly("\(owner).\(name)", "a measure", range)
    } else if let condition {
      reportMemberOfCondition(owner, name, condition, range)
    } else if scope.details[owner] != nil {
      report(
        range, "formula.detail-alone",
        "\(owner).\(name) is many rows, where one value is expected",
        suggestion: "SUM(\(owner).\(name)), or AVERAGE, MIN, MAX or COUNT of it")
    } else if let measures = scope.measures[owner] {
      report(
        range, "formula.unknown-name", "the dimension \(owner) has no measure \(name)",
        suggestion: nearest(to: name, among: measures.keys.sorted()))
    } else if scope.isComplete {
      let owners = scope.details.keys.sorted() + scope.measures.keys.sorted()
      report(
        range, "formula.unknown-name",
        scope.measures.isEmpty
          ? "no detail table is named \(owner)" : "no detail table or dimension is named \(owner)",
        suggestion: owner == scope.subjectTable
          ? "\(owner) is the subject table, of which a formula sees one row: write \(name)"
          : scope.values[owner] != nil
            ? "\(owner) is one value and has no parts; a name with a dot stands in square brackets"
            : owners.isEmpty ? nil : nearest(to: owner, among: owners))
    }
    return nil
  }

  /// `did you mean "x"?`; where no name is near, the names that there are.
  func nearest(to name: String, among names: [String]) -> String? {
    if let hint = Spelling.didYouMean(name, among: names) { return hint }
    let most = 30
    let more = names.count > most ? " and \(names.count - most) more" : ""
    return names.isEmpty
      ? nil : "the names here are \(names.prefix(most).joined(separator: ", "))\(more)"
  }

  private mutating func reportMemberOfCondition(
    _ owner: String, _ name: String, _ condition: DetailCondition, _ range: Range<Int>
  ) {
    let isOwn = owner == condition.table && scope.values[name] != nil
    report(
      range, "formula.condition",
      "the condition of \(condition.function) sees one row of \(condition.table), whose values are "
        + "named without a table",
      suggestion: isOwn ? "write \(name)" : nil)
  }

  private mutating func reportUnknown(_ name: String, _ range: Range<Int>) {
    if let condition {
      reportUnknown(name, in: condition, range)
    } else if let what = scope.later[name] {
      reportTooEarly(name, what, range)
    } else {
      report(
        range, "formula.unknown-name", "no column, formula or parameter is named \(name)",
        suggestion: otherUse(of: name) ?? nearest(to: name, among: scope.valueNames))
    }
  }

  private mutating func reportUnknown(
    _ name: String, in condition: DetailCondition, _ range: Range<Int>
  ) {
    let subject = condition.subject
    let isOfSubject =
      subject.values[name] != nil || subject.later[name] != nil || subject.measures[name] != nil
    if isOfSubject {
      report(
        range, "formula.condition",
        "the condition of \(condition.function) sees the rows of \(condition.table), not the "
          + "subject, whose value \(name) is",
        suggestion: Spelling.didYouMean(name, among: scope.valueNames)
          ?? "the rows of \(condition.table) have \(scope.values.keys.sorted().joined(separator: ", "))"
      )
    } else {
      report(
        range, "formula.unknown-name",
        "the table \(condition.table) has no column or formula \(name)",
        suggestion: otherUse(of: name) ?? nearest(to: name, among: scope.values.keys.sorted()))
    }
  }

  func otherUse(of name: String) -> String? {
    let tables = scope.details.filter { $0.value[name] != nil }.keys.sorted()
    if let table = tables.first {
      return "\(name) is a value of the detail table \(table): SUM(\(table).\(name)), or AVERAGE, "
        + "MIN, MAX or COUNT of it"
    }
    for kind in CurveKind.allCases where scope.curves[kind]?.contains(name) == true {
      return "\(kind.noun) is used as \(kind.usage(of: name))"
    }
    if scope.lookups.contains(name) {
      return "a lookup is used as LOOKUP(\(name), text, default)"
    }
    if scope.details[name] != nil {
      return "a detail table is used in SUM, AVERAGE, MIN, MAX or COUNT, as COUNT(\(name).column)"
    }
    if name == "ALL" { return "ALL is the group of all subjects, as in AVERAGE(x, ALL)" }
    if let measure = scope.measures[name]?.keys.min() {
      return "the scores of a dimension's measures are named as in \(name).\(measure)"
    }
    return nil
  }

  // MARK: Names of what comes later

  private mutating func reportTooEarly(_ name: String, _ what: String, _ range: Range<Int>) {
    let isGrade = what.contains("grade")
    let words = what.split(separator: " ", maxSplits: 1)
    let isOneOfMany = words.count == 2 && (words[0] == "a" || words[0] == "an")
    let isWhat = what == "the \(name)" ? "" : " is \(what), and"
    let comes = isOneOfMany ? "\(words[1])s come" : isWhat.isEmpty ? "comes" : "that comes"
    report(
      range, "formula.too-early", "\(name)\(isWhat) \(comes) after \(stage)",
      suggestion: stage == "the results"
        ? "write the result without it"
        : (isGrade ? "use the condition that the grade comes from, or move" : "move")
          + " what depends on \(name) to results")
  }

  /// What this formula belongs to, as one says what comes after it.
  private var stage: String {
    switch path.prefix(while: { $0 != "." }) {
    case "scorecard": "the measures"
    case "gates": "the gates"
    case "rankings": "the rankings"
    case "grades": "the grades"
    case "results": "the results"
    default: "the formulas"
    }
  }
}
