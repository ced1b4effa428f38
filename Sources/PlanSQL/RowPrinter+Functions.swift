import ScorecardPolicy
import ScoringPlan

// Rounding, curves and lookups.
extension RowPrinter {
  /// `DecimalRounding` by comparison of doubles: from a whole number near the scaled magnitude, the one
  /// that rounding gives is at most one step away (two for rounding up).
  mutating func rounded(
    _ instruction: Instruction, _ function: BinaryFunction, _ register: Register,
    _ places: Register
  ) -> SQLValue {
    guard function != .power else {
      refuse(instruction, .function(function.rawValue))
      return read(register)
    }
    guard let places = facts.constantPlaces(places) else {
      refuse(instruction, .places)
      return read(register)
    }
    let scale = ScoreKey.scale(places)
    let x = read(register, times: 5)
    let scaled = "ABS(\(x.text)) * \(dialect.double(scale))"
    let near = helper(
      instruction, "units",
      dialect.floor(function == .round ? "\(scaled) + \(dialect.double(0.5))" : scaled),
      depth: x.depth)
    if relation.facts(register).range.magnitude * scale > 0.99e14 {
      guardAgainst(
        "\(near.text) >= \(dialect.double(1e14))",
        "a number too large to be rounded in SQL, in \(plan.origins[instruction.origin].path)",
        depth: near.depth)
    }
    let steps = self.steps(function, "ABS(\(x.text))", near.text, scale)
    let signed =
      "CASE WHEN \(x.text) < \(zero) THEN \(dialect.double(-scale)) ELSE \(dialect.double(scale)) END"
    return joined(
      [x, near],
      """
      CASE WHEN \(x.text) = \(zero) THEN \(x.text)
        ELSE (\(near.text) + \(steps.indented())) / \(signed)
      END
      """)
  }

  /// How far the whole number sought is from one near the scaled magnitude.
  private func steps(
    _ function: BinaryFunction, _ magnitude: String, _ near: String, _ scale: Double
  ) -> String {
    let number = { (number: Double) in dialect.double(number) }
    let (one, two) = (number(1), number(2))
    let value = { (step: String) in "(\(near)\(step)) / \(number(scale))" }
    return switch function {
    case .roundDown:
      """
      CASE WHEN \(magnitude) < \(near) / \(number(scale)) THEN \(number(-1))
        WHEN \(magnitude) >= \(value(" + \(one)")) THEN \(one)
        ELSE \(number(0))
      END
      """
    case .roundUp:
      """
      CASE WHEN \(magnitude) <= \(value(" - \(one)")) THEN \(number(-1))
        WHEN \(magnitude) <= \(near) / \(number(scale)) THEN \(number(0))
        WHEN \(magnitude) <= \(value(" + \(one)")) THEN \(one)
        ELSE \(two)
      END
      """
    case .round, .power:
      """
      CASE WHEN \(magnitude) < (\(two) * \(near) - \(one)) / \(number(2 * scale)) THEN \(number(-1))
        WHEN \(magnitude) >= (\(two) * \(near) + \(one)) / \(number(2 * scale)) THEN \(one)
        ELSE \(number(0))
      END
      """
    }
  }

  /// The branches of a curve from its last point down, in the order in which the plan looks at them.
  mutating func curve(_ curve: Curve, _ register: Register) -> SQLValue {
    let isThere = relation.facts(register).isAlwaysThere
    let x = read(register, times: 2)
    let points = curve.points.map { (x: values[$0.x], y: values[$0.y]) }
    let isLinear =
      switch curve.kind {
      case .linear: true
      case .step: false
      }
    var branches: [String] = []
    for index in points.indices.reversed() {
      let from = points[index]
      let next = points.indices.contains(index + 1) ? points[index + 1] : nil
      if index == 0, !isLinear { continue }
      var value = dialect.double(from.y)
      if isLinear, let next {
        // Of two points at one x the later was looked at before.
        guard next.x > from.x else { continue }
        let rise = dialect.double(next.y - from.y)
        value +=
          " + \(rise) * \(distance(x.text, from.x)) / \(dialect.double(next.x - from.x))"
      }
      if isLinear, index == 0 {
        branches.append("WHEN \(x.text) > \(dialect.double(from.x)) THEN \(value)")
        continue
      }
      // Adding nothing makes minus zero zero.
      if from.y == 0, from.y.sign == .minus {
        branches.append("WHEN \(x.text) = \(dialect.double(from.x)) THEN \(dialect.double(from.y))")
      }
      branches.append("WHEN \(x.text) >= \(dialect.double(from.x)) THEN \(value)")
    }
    let first = dialect.double(points[0].y)
    if branches.isEmpty, isThere { return joined([x], first) }
    branches.append(isThere ? "ELSE \(first)" : "WHEN \(x.text) IS NOT NULL THEN \(first)")
    return joined([x], "CASE\n  \(branches.joined(separator: "\n  "))\nEND")
  }

  private func distance(_ x: String, _ from: Double) -> String {
    from == 0 ? x : "(\(x) - \(dialect.double(from)))"
  }

  mutating func lookup(
    _ instruction: Instruction, _ lookup: Lookup, _ text: Register, _ fallback: Register?
  ) -> SQLValue {
    let key = read(text, times: 4)
    let entries = zip(lookup.keys, lookup.values).map { name, slot in
      "WHEN \(dialect.text(name)) THEN \(dialect.double(values[slot]))"
    }
    let names = lookup.keys.map { dialect.text($0) }.joined(separator: ", ")
    let isUnlisted = "\(key.text) NOT IN (\(names))"
    guard let fallback else {
      return joined(
        [key], cases(key.text, entries),
        fault: fault(.unknownText, instruction, where: isUnlisted))
    }
    let isThere = relation.facts(text).isAlwaysThere
    let other = read(fallback)
    let last =
      isThere ? other.text : "CASE WHEN \(key.text) IS NOT NULL THEN \(other.text) END"
    var value = joined([key], cases(key.text, entries + ["ELSE \(last.indented())"]))
    value.fault = Self.first(
      [key.fault, other.fault.map { "CASE WHEN \(isUnlisted) THEN \($0) END" }])
    value.depth = max(key.depth, other.depth)
    return value
  }

  private func cases(_ subject: String, _ branches: [String]) -> String {
    "CASE \(subject)\n  \(branches.joined(separator: "\n  "))\nEND"
  }
}
