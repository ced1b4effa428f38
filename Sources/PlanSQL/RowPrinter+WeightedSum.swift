import ScorecardPolicy
import ScoringPlan

// Weighted sums, from which terms may be left out.
extension RowPrinter {
  /// One term as it stands in SQL.
  private struct Term {
    let value: SQLValue
    /// The weight: a literal, or a column.
    let weight: SQLValue
    /// A truth that is false where the term does not apply; nil where it always does.
    let applies: String?
    let mayBeExcluded: Bool

    /// The condition that it is left out; nil when it never is.
    var isLost: String? {
      let conditions = [
        applies.map { "NOT \($0)" },
        mayBeExcluded ? "\(value.text) IS NULL\(noFault)" : nil,
      ].compactMap(\.self)
      return conditions.isEmpty ? nil : conditions.joined(separator: " OR ")
    }

    private var noFault: String { value.fault.map { " AND \($0) IS NULL" } ?? "" }

    /// The condition that it takes part but its value or weight is missing; nil when neither is.
    var isGap: String? {
      let isOpen = value.facts.mayBeMissing && !mayBeExcluded
      return gap((isOpen ? ["\(value.text) IS NULL"] : []) + weightGap)
    }

    /// The condition that it takes part but its weight is missing or at fault; nil when it never is.
    var hasNoWeight: String? { gap(weightGap) }

    private var weightGap: [String] {
      weight.facts.isAlwaysThere ? [] : ["\(weight.text) IS NULL"]
    }

    private func gap(_ conditions: [String]) -> String? {
      if conditions.isEmpty { return nil }
      let any = conditions.joined(separator: " OR ")
      return "(\(applies.map { "\($0) AND (\(any))" } ?? any))"
    }
  }

  mutating func weightedSum(
    _ instruction: Instruction, _ weighted: [WeightedTerm], rescales: Bool
  ) -> SQLValue {
    let shape = WeightedSumShape(weighted, rescales: rescales, values, relation.facts)
    let terms = weighted.map { term($0, shape) }
    var depth = terms.map { max($0.value.depth, $0.weight.depth) }.max() ?? 0
    for term in weighted {
      if let applies = term.applies { depth = max(depth, read(applies).depth) }
    }
    guard weighted.contains(where: shape.mayBeLost) else {
      let text = sum(terms.map { product($0, $0.weight.operand(of: .product)) })
      var value = joined(terms.flatMap { [$0.value, $0.weight] }, text, binding(terms))
      value.depth = depth
      return value
    }
    let faults = Self.first(terms.flatMap(faults))
    var value =
      rescales
      ? rescaled(instruction, terms, shape, depth) : plain(instruction, terms, shape, depth)
    value.fault = Self.first([faults, value.fault])
    return value
  }

  private mutating func term(_ term: WeightedTerm, _ shape: WeightedSumShape) -> Term {
    let isLossy = shape.mayBeLost(term)
    let weight: SQLValue =
      switch term.weight {
      case .slot(let slot):
        SQLValue(
          facts: .constant(.number(values[slot]), kind: .number),
          text: dialect.double(values[slot]), isShort: true)
      case .register(let register): read(register, times: isLossy ? 3 : 1)
      }
    let applies = shape.mayNotApply(term) ? term.applies.map { read($0, times: 3) } : nil
    return Term(
      value: read(term.value, times: isLossy ? 3 : 1), weight: weight,
      applies: applies.map { value in
        value.facts.isAlwaysThere ? value.text : "COALESCE(\(value.text), TRUE)"
      }, mayBeExcluded: shape.mayBeExcluded(term))
  }

  /// The faults of a term that takes part: of its value, then of its weight.
  private func faults(_ term: Term) -> [String] {
    [term.value.fault, term.weight.fault].compactMap(\.self).map { fault in
      term.applies.map { "CASE WHEN \($0) THEN \(fault) END" } ?? fault
    }
  }

  private func product(_ term: Term, _ weight: String) -> String {
    "\(weight) * \(term.value.operand(of: .product, isRight: true))"
  }

  private func binding(_ terms: [Term]) -> SQLValue.Binding { terms.count > 1 ? .sum : .product }

  private func sum(_ products: [String]) -> String {
    products.joined(separator: products.count > 2 ? "\n+ " : " + ")
  }

  /// The products of terms that take part; those left out are minus zero, which changes no sum.
  private func contributions(_ terms: [Term], dividedBy divisor: String?) -> [String] {
    terms.map { term in
      let weight = term.weight.operand(of: .product)
      let share = divisor.map { "\(weight) / \($0)" } ?? weight
      guard let isLost = term.isLost else { return product(term, share) }
      let nothing = dialect.double(-0.0)
      return "CASE WHEN \(isLost) THEN \(nothing) ELSE \(product(term, share)) END"
    }
  }

  /// The condition that no term has one of some gaps; nil when there never is one.
  private func none(_ gaps: [String?]) -> String? {
    let gaps = gaps.compactMap(\.self)
    return gaps.isEmpty ? nil : "NOT (\(gaps.joined(separator: " OR ")))"
  }

  /// A sum in which the weights that remain are divided by their sum, where any is left out.
  private mutating func rescaled(
    _ instruction: Instruction, _ terms: [Term], _ shape: WeightedSumShape, _ depth: Int
  ) -> SQLValue {
    let weights = terms.map { term in
      term.isLost.map { "CASE WHEN \($0) THEN \(zero) ELSE \(term.weight.text) END" }
        ?? term.weight.operand(of: .sum)
    }
    let isLost = terms.compactMap(\.isLost).joined(separator: " OR ")
    let all = helper(
      instruction, "weight",
      """
      CASE WHEN \(isLost) THEN \(sum(weights).indented())
        ELSE \(dialect.double(1))
      END
      """, depth: depth)
    let divisor = shape.mayLoseAll ? "NULLIF(\(all.text), \(zero))" : all.text
    let text = sum(contributions(terms, dividedBy: divisor))
    var value = SQLValue(
      facts: RegisterFacts(kind: .number), text: text, binding: binding(terms), depth: all.depth)
    let isLeft = shape.mayLoseAll ? "\(all.text) <> \(zero)" : nil
    let conditions = [none(terms.map(\.hasNoWeight)), isLeft].compactMap(\.self)
    if !conditions.isEmpty {
      value.text =
        "CASE WHEN \(conditions.joined(separator: " AND ")) THEN \(text.indented()) END"
      value.binding = .atom
    }
    if shape.mayLoseAll {
      let condition = [none(terms.map(\.isGap)), "\(all.text) = \(zero)"].compactMap(\.self)
      value.fault = fault(
        .allMeasuresExcluded, instruction, where: condition.joined(separator: " AND "))
    }
    return value
  }

  /// A sum in which the weights that remain stay as they are: 0 where no term applies.
  private mutating func plain(
    _ instruction: Instruction, _ terms: [Term], _ shape: WeightedSumShape, _ depth: Int
  ) -> SQLValue {
    let text = sum(contributions(terms, dividedBy: nil))
    let areLost = terms.compactMap(\.isLost).map { "(\($0))" }.joined(separator: " AND ")
    let applies = terms.compactMap(\.applies)
    let appliesNone =
      applies.count == terms.count
      ? applies.map { "NOT \($0)" }.joined(separator: " AND ") : nil
    var branches = appliesNone.map { ["WHEN \($0) THEN \(zero)"] } ?? []
    if shape.mayLoseAll { branches.append("WHEN \(areLost) THEN \(dialect.null(.number))") }
    if let gap = none(terms.map(\.hasNoWeight)) {
      branches.append("WHEN NOT \(gap) THEN \(dialect.null(.number))")
    }
    var value = SQLValue(
      facts: RegisterFacts(kind: .number), text: text, binding: binding(terms), depth: depth)
    if !branches.isEmpty {
      let rest = "ELSE \(text.indented())"
      value.text = "CASE \((branches + [rest]).joined(separator: "\n  "))\nEND"
      value.binding = .atom
    }
    if shape.mayLoseAll {
      let conditions = [appliesNone.map { "NOT (\($0))" }, none(terms.map(\.isGap)), areLost]
      value.fault = fault(
        .allMeasuresExcluded, instruction,
        where: conditions.compactMap(\.self).joined(separator: " AND "))
    }
    return value
  }
}
