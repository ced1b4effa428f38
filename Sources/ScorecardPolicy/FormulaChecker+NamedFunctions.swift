import Diagnostics
import LocatedYAML

// Functions whose arguments name a curve, a step function, a lookup or a unit.
extension FormulaChecker {
  mutating func checkCurve(
    _ kind: CurveKind, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let function = kind.rawValue
    guard checkCount(function, arguments, 2...2, range) else { return nil }
    let name = named(
      arguments[0], of: function, in: kind.section, among: scope.curves[kind] ?? [])
    let x = check(arguments[1], as: .number, function)
    guard let name, let x, agrees(x, withArgumentOf: name, kind) else { return nil }
    return Typed(
      expression: .curve(kind, name, x.expression), type: .number,
      unit: scope.valueUnits["\(kind.section).\(name)"])
  }

  private mutating func agrees(
    _ value: Typed, withArgumentOf name: String, _ kind: CurveKind
  ) -> Bool {
    guard let unit = value.unit, let needed = scope.argumentUnits["\(kind.section).\(name)"],
      !unit.agrees(with: needed)
    else { return true }
    let text = source(value.range)
    report(
      value.range, "formula.unit",
      "\(text) is \(Self.words(unit)), and the points of \(name) are \(Self.words(needed))",
      suggestion: unit.conversion(to: needed) == nil
        ? nil : "\(kind.rawValue)(\(name), CONVERT(\(text), \(needed)))")
    return false
  }

  mutating func checkLookup(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard checkCount("LOOKUP", arguments, 2...3, range) else { return nil }
    let name = named(arguments[0], of: "LOOKUP", in: "lookups", among: scope.lookups)
    let text = check(arguments[1], as: .text, "LOOKUP")
    let fallback = arguments.count == 3 ? check(arguments[2], as: .number, "LOOKUP") : nil
    guard let name, let text, arguments.count == 2 || fallback != nil else { return nil }
    let listed = Typed(
      expression: .text(name), type: .number, unit: scope.valueUnits["lookups.\(name)"],
      range: arguments[0].range)
    guard
      let unit = agreed([listed] + (fallback.map { [$0] } ?? []), "LOOKUP cannot choose between")
    else { return nil }
    return Typed(
      expression: .lookup(name, text.expression, default: fallback?.expression), type: .number,
      unit: unit.unit)
  }

  private mutating func named(
    _ argument: Expression, of function: String, in section: String, among known: Set<String>
  ) -> String? {
    guard case .name(let name, _, let range) = argument else {
      report(
        argument.range, "formula.type",
        "\(function) needs the name of one of the policy's \(section) first",
        suggestion: Self.usage(of: function).map { "write the name without quotes: \($0)" })
      return nil
    }
    guard known.contains(name) else {
      if scope.broken.contains(name) { return nil }
      report(
        range, "formula.unknown-name", "no entry of \(section) is named \(name)",
        suggestion: otherUse(of: name)
          ?? (known.isEmpty
            ? "the policy has none; they stand in \(section): at the top level"
            : nearest(to: name, among: known.sorted())))
      return nil
    }
    return name
  }

  mutating func checkConvert(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard checkCount("CONVERT", arguments, 2...2, range) else { return nil }
    let value = check(arguments[0], as: .number, "CONVERT")
    let written = String(text[arguments[1].range])
    guard let target = Unit(written) else {
      report(
        arguments[1].range, "formula.unknown-unit", "there is no unit \(written)",
        suggestion: Spelling.didYouMean(written, among: NamedUnit.allCases.map(\.rawValue))
          ?? "the units are \(NamedUnit.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    guard let value else { return nil }
    guard let unit = value.unit, let factor = unit.factor(to: target) else {
      report(
        range, "formula.unit",
        value.unit.map { "\($0) cannot be converted to \(target)" }
          ?? "\(source(arguments[0].range)) has no unit to convert from",
        suggestion: value.unit == nil
          ? "give the column or parameter a unit; money is written 5元 or 5万元"
          : "only units of one kind are converted, such as CNY to CNY10k")
      return nil
    }
    return converted(value, by: factor, to: target)
  }

  private func converted(
    _ value: Typed, by factor: (numerator: Double, denominator: Double), to target: Unit
  ) -> Typed {
    var expression = value.expression
    if factor.numerator != 1 {
      expression = .arithmetic(.multiply, expression, .number(factor.numerator))
    }
    if factor.denominator != 1 {
      expression = .arithmetic(.divide, expression, .number(factor.denominator))
    }
    return Typed(expression: expression, type: .number, unit: target)
  }
}
