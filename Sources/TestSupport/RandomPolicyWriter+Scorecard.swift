// The scorecard of a random policy.
extension RandomPolicyWriter {
  /// Writes the scorecard, and tells the names of dimensions and the measures of each.
  mutating func writeScorecard() -> [(name: String, measures: [String])] {
    let weighted = (1...roll(1...4)).map { "d\($0)" }
    let bonuses = (0..<roll(0...2)).map { "bonus\($0 + 1)" }
    sections.append("scorecard:")
    if weighted.count > 1 || roll(0...1) == 0 {
      sections.append("  weights: \(weights(weighted, mayChoose: true))")
    }
    sections.append("  dimensions:")
    var dimensions: [(name: String, measures: [String])] = []
    for name in (weighted + bonuses).shuffled(using: &generator) {
      let isBonus = bonuses.contains(name)
      sections.append("    \(name):\(isBonus ? "\n      bonus: true" : "")")
      let measures = (1...roll(1...4)).map { "m\($0)" }
      if measures.count > 1 && !isBonus || roll(0...1) == 0 {
        sections.append("      weights: \(weights(measures, mayChoose: true))")
      }
      sections.append("      measures:")
      for measure in measures { sections.append("        \(measure): \(self.measure())") }
      dimensions.append((name, measures))
    }
    return dimensions
  }

  private mutating func weights(_ items: [String], mayChoose: Bool) -> String {
    if mayChoose, roll(0...4) == 0 { return choices(items) }
    if roll(0...2) == 0 {
      let pairs = items.indices.flatMap { row in
        items.indices.dropFirst(row + 1).map { (items[row], items[$0]) }
      }
      let judgements = pairs.map {
        "[\($0.0), \($0.1), \(["2", "1/3", "1", "5", "1/7"][roll(0...4)])]"
      }
      let method = ["eigenvector", "geometric-mean"][roll(0...1)]
      if !judgements.isEmpty {
        return "{judgements: [\(judgements.joined(separator: ", "))], method: \(method)}"
      }
    }
    var numbers = items.map { "\($0): \(roll(0...9))" }
    numbers[0] = "\(items[0]): \(roll(1...9))"
    return "{\(numbers.joined(separator: ", ")), normalize: true}"
  }

  /// Weights by a text column: for each of its values, or for some where any text is allowed.
  private mutating func choices(_ items: [String]) -> String {
    let column = pick(subjects.columns.filter { $0.type == .text })
    let texts = distinctTexts.shuffled(using: &generator)
    let chosen = column.allowed.isEmpty ? texts.prefix(roll(6...texts.count)) : texts[...]
    let choices = chosen.map { "\"\($0)\": \(weights(items, mayChoose: false))" }
    return "{by: \(column.name), \(choices.joined(separator: ", "))}"
  }

  private mutating func measure() -> String {
    var fields = ["score: '\(score())'"]
    let floor = roll(-50...50)
    if roll(0...2) == 0 { fields.append("floor: \(floor)") }
    if roll(0...2) == 0 { fields.append("cap: \(floor + roll(0...150))") }
    switch roll(0...7) {
    case 0: fields.append("missing: reject")
    case 1...3: fields.append("missing: \(roll(0...100))")
    case 4...6: fields.append("missing: exclude")
    default: break
    }
    if roll(0...2) == 0 { fields.append("guidance: {en: practise, zh: 多练}") }
    if roll(0...4) == 0 { fields.append("when: '\(condition())'") }
    return "{\(fields.joined(separator: ", "))}"
  }

  /// Half of the scores are tame and small, so that subjects are scored, and tie.
  private mutating func score() -> String {
    if roll(0...1) == 0 { return formula(.number, depth: roll(1...4)) }
    let value = formula(.number, depth: 0)
    return ["CLAMP(IFMISSING(\(value), 3), 0, 9)", "ROUND(CLAMP(\(value), -5, 5), 0)"][roll(0...1)]
  }

  /// A truth that is mostly there.
  mutating func condition() -> String {
    let truth = formula(.truth, depth: roll(0...2))
    return roll(0...2) == 0 ? truth : "IFMISSING(\(truth), \(["TRUE", "FALSE"][roll(0...1)]))"
  }
}
