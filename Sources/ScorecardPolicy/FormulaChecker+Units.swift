import Diagnostics
import LocatedYAML

/// The unit that the operands of an operation share; nil when none of them has one of its own.
struct AgreedUnit {
  let unit: Unit?
  /// Whether bare numbers among the factors may have had units of their own.
  var isScaled = false
}

extension FormulaChecker {
  /// The unit of values that are added, compared or chosen between; nil, and a fault, when two of
  /// them differ in more than plain factors.
  ///
  /// Values without a unit of their own take that of the others. So does a bare number's multiple of
  /// a time or of people, as in `1 - 0.05 * years`: the number takes the unit that is needed. Amounts
  /// of money stay money whatever they are multiplied with.
  mutating func agreed(_ values: [Typed], _ objection: String) -> AgreedUnit? {
    let fixed = values.filter { $0.unit != nil && !$0.isAdaptable }
    guard let first = fixed.first, let unit = first.unit else { return adaptable(values) }
    for value in values {
      guard let other = value.unit, !other.agrees(with: unit),
        !value.isAdaptable || unit.isMoney
      else { continue }
      let pair = [(first, unit), (value, other)].sorted {
        $0.0.range.lowerBound < $1.0.range.lowerBound
      }
      reportUnits(pair[0], pair[1], objection)
      return nil
    }
    return AgreedUnit(unit: unit, isScaled: fixed.allSatisfy(\.isScaled))
  }

  /// Of values that all adapt, the unit if they have the same; else none.
  private func adaptable(_ values: [Typed]) -> AgreedUnit {
    guard let unit = values.first?.unit, values.allSatisfy({ $0.unit == unit }) else {
      return AgreedUnit(unit: nil)
    }
    return AgreedUnit(unit: unit, isScaled: true)
  }

  private mutating func reportUnits(
    _ one: (value: Typed, unit: Unit), _ other: (value: Typed, unit: Unit), _ objection: String
  ) {
    let (left, right) = (source(one.value.range), source(other.value.range))
    report(
      one.value.range.lowerBound..<other.value.range.upperBound, "formula.unit",
      "\(left) is \(Self.words(one.unit)) and \(right) \(Self.words(other.unit)), which \(objection)",
      suggestion: Self.advice((left, one.unit), (right, other.unit)))
  }

  /// What to do about two values whose units do not go together.
  private static func advice(
    _ one: (text: String, unit: Unit), _ other: (text: String, unit: Unit)
  ) -> String {
    if other.unit.conversion(to: one.unit) != nil {
      return "CONVERT(\(other.text), \(one.unit)) or CONVERT(\(one.text), \(other.unit))"
    }
    let named = one.unit.isPlain ? other : one
    if one.unit.isPlain || other.unit.isPlain {
      return
        "points, ratios and counts are plain numbers: divide \(named.text) by another value in "
        + "\(named.unit), such as a plan, or score it with CURVE or STEP"
    }
    return "different things go together only as products and quotients, such as "
      + "\(one.unit / other.unit)"
  }

  static func words(_ unit: Unit) -> String {
    unit == .none ? "a plain number" : "in \(unit)"
  }

  /// Whether a value is a plain number, as `what` must be; a fault otherwise.
  mutating func isPlain(_ value: Typed, _ what: String) -> Bool {
    guard let unit = value.unit, !unit.isPlain else { return true }
    report(
      value.range, "formula.unit",
      "\(what) must be a plain number, and \(source(value.range)) is in \(unit)",
      suggestion: "divide it by another value in \(unit)")
    return false
  }

  // MARK: Products, quotients and powers

  mutating func product(_ left: Typed, _ right: Typed) -> AgreedUnit? {
    guard let one = left.unit, let other = right.unit else {
      return AgreedUnit(unit: left.unit ?? right.unit, isScaled: true)
    }
    return limited(
      (one * other).simplified, left.range.lowerBound..<right.range.upperBound,
      isScaled: left.isScaled || right.isScaled)
  }

  /// A quotient of like units is a ratio.
  mutating func quotient(_ left: Typed, _ right: Typed) -> AgreedUnit? {
    guard let divisor = right.unit else { return AgreedUnit(unit: left.unit, isScaled: true) }
    let unit = (left.unit ?? .none) / divisor
    return limited(
      unit == .none ? Unit(.ratio) : unit.simplified,
      left.range.lowerBound..<right.range.upperBound,
      isScaled: left.unit == nil || left.isScaled || right.isScaled)
  }

  /// The unit of a function's result.
  mutating func unit(_ rule: UnitRule, _ values: [Typed]) -> AgreedUnit? {
    switch rule {
    case .same: AgreedUnit(unit: values[0].unit, isScaled: values[0].isScaled)
    case .plain: AgreedUnit(unit: values[0].unit.map { _ in .none })
    case .root: squareRoot(values[0])
    case .power: power(values[0], values[1])
    }
  }

  /// The unit of `POWER(base, exponent)`: that power of the unit where the exponent is a whole
  /// number written out, otherwise the base must be plain.
  private mutating func power(_ base: Typed, _ exponent: Typed) -> AgreedUnit? {
    guard let unit = base.unit else { return AgreedUnit(unit: nil) }
    if let exponent = Self.wholeLiteral(exponent.expression),
      abs(exponent) <= Unit.highestPower
    {
      return limited(unit.power(exponent), base.range)
    }
    return isPlain(base, "a base of POWER whose exponent is not a small whole number")
      ? AgreedUnit(unit: Unit.none) : nil
  }

  private static func wholeLiteral(_ expression: CheckedExpression) -> Int? {
    switch expression {
    case .number(let value): Int(exactly: value)
    case .negate(.number(let value)): Int(exactly: -value)
    default: nil
    }
  }

  /// The unit of `SQRT`.
  private mutating func squareRoot(_ value: Typed) -> AgreedUnit? {
    guard let unit = value.unit else { return AgreedUnit(unit: nil) }
    if let root = unit.squareRoot { return AgreedUnit(unit: root) }
    return isPlain(value, "what SQRT takes") ? AgreedUnit(unit: Unit.none) : nil
  }

  /// The unit, unless its powers grow beyond all meaning; plain factors are left out first.
  private mutating func limited(
    _ unit: Unit, _ range: Range<Int>, isScaled: Bool = false
  ) -> AgreedUnit? {
    if unit.isWithinPowers { return AgreedUnit(unit: unit, isScaled: isScaled) }
    let named = unit.withoutPlainFactors
    if named.isWithinPowers { return AgreedUnit(unit: named, isScaled: isScaled) }
    report(
      range, "formula.unit",
      "the unit of \(source(range)) is beyond the power \(Unit.highestPower) of a unit",
      suggestion: "divide by a value in the same unit first")
    return nil
  }
}

extension FormulaChecker.Typed {
  /// Whether its unit is only that of a time or of people which a bare number has multiplied.
  fileprivate var isAdaptable: Bool { isScaled && unit?.isMoney == false }
}
