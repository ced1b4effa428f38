import PolicyAnalysis
import ScoringPlan

/// Why one person moves, in sentences whose numbers add up as printed.
struct MoverText {
  private let mover: Mover
  private let texts: [(name: String, text: String)]
  private let awards: [String]
  private let numbers: CompareNumbers
  /// For each dimension, then each gate, what it adds in whole units of the last decimal.
  private let parts: [Compared<Int64>]?
  private let finals: Compared<Int64>?

  init(_ mover: Mover, of comparison: PolicyComparison, _ numbers: CompareNumbers) {
    self.mover = mover
    self.numbers = numbers
    let subjects = comparison.subjects
    texts = zip(subjects.textNames, subjects.texts(of: mover.subject)).compactMap { name, text in
      name == comparison.groupColumn ? text.map { (name, $0) } : nil
    }
    awards = Self.awards(mover.subject, subjects)
    let keys = mover.finals.map { ScoreKey.key(of: $0, decimals: numbers.decimals) }
    guard let before = keys.before, let after = keys.after else {
      (finals, parts) = (nil, nil)
      return
    }
    let finals = Compared(before: before, after: after)
    self.finals = finals
    parts = Self.parts(mover, finals, decimals: numbers.decimals)
  }

  var text: String {
    ([headline] + leading + gates + awards).joined(separator: "\n      ")
  }

  /// What it means for grades and pay.
  private static func awards(_ subject: Int, _ subjects: ComparedSubjects) -> [String] {
    let grades = subjects.grades.compactMap { grade -> String? in
      let labels = grade.grade(of: subject).map { $0.isEmpty ? "ineligible" : $0 }
      return labels.before == labels.after
        ? nil : "Grade \(grade.name): \(labels.before) -> \(labels.after)."
    }
    guard let pay = subjects.pay, pay.change(of: subject) != 0 else { return grades }
    let amounts = pay.amounts.map { $0[subject].map(CompareNumbers.money) ?? "none" }
    return grades + ["Pay: \(amounts.before) -> \(amounts.after)."]
  }

  /// Parts that add up to the final before, changes that add up to its change, and a part that does
  /// not change printed the same on both sides.
  private static func parts(
    _ mover: Mover, _ finals: Compared<Int64>, decimals: Int
  ) -> [Compared<Int64>]? {
    let points = mover.dimensions.map { $0.points.before ?? 0 } + mover.gates.map(\.effects.before)
    let changes = mover.dimensions.map(\.change) + mover.gates.map(\.change)
    let moved = changes.indices.filter { changes[$0] != 0 }
    let change = Double(finals.after - finals.before) / ScoreKey.scale(decimals)
    guard
      let before = PrintedParts.round(points, whole: mover.finals.before, decimals: decimals),
      let changed = PrintedParts.round(
        moved.map { changes[$0] }, whole: change, decimals: decimals)
    else { return nil }
    var after = before.parts
    for (place, units) in zip(moved, changed.parts) { after[place] += units }
    return zip(before.parts, after).map { Compared(before: $0, after: $1) }
  }

  // MARK: Sentences

  private var headline: String {
    let group = texts.map { " (\($0.name) \($0.text))" }.joined()
    let ranks = mover.ranks
    let move =
      if ranks.after < ranks.before {
        "rises from rank \(ranks.before) to \(ranks.after)"
      } else if ranks.after > ranks.before {
        "falls from rank \(ranks.before) to \(ranks.after)"
      } else {
        "keeps rank \(ranks.before)"
      }
    let final =
      finals.map { "\(pair($0)) (\(change($0)))" }
      ?? "\(numbers.scores(mover.finals)) (\(numbers.change(mover.finals.change)))"
    return "  \(mover.key)\(group) \(move).\n      Final: \(final)."
  }

  /// What does most for the change, and what the other dimensions do together.
  private var leading: [String] {
    guard let dimension = mover.leadingDimension,
      let place = mover.dimensions.firstIndex(where: { $0.name == dimension.name })
    else {
      let isAsBefore = mover.gates.allSatisfy { $0.change == 0 }
      return isAsBefore ? ["Its own score is as before; others moved."] : []
    }
    let points =
      parts.map { "\(pair($0[place])) points (\(change($0[place])))" }
      ?? "\(numbers.scores(dimension.points.map { $0 ?? 0 })) points"
    var sentences = ["Mostly \(title(dimension)): \(points)\(weights(dimension))."]
    // Where the weight of the dimension alone is another, its measures are as they were.
    if let measure = dimension.leadingMeasure, isRescored(measure) || !weights(measure).isEmpty {
      sentences.append("In it mostly \(title(measure)):\(scores(measure))\(weights(measure)).")
    }
    if let others = others(than: place) {
      sentences.append("The other dimensions together: \(others).")
    }
    return sentences
  }

  /// What all dimensions but one change by; nil where nothing is printed of it.
  private func others(than place: Int) -> String? {
    let rest = mover.dimensions.indices.filter { $0 != place }
    guard let parts else {
      let change = rest.reduce(0) { $0 + mover.dimensions[$1].change }
      return rest.isEmpty ? nil : numbers.change(change)
    }
    let units = rest.reduce(0) { $0 + parts[$1].after - parts[$1].before }
    return units == 0 ? nil : change(Compared(before: 0, after: units))
  }

  private var gates: [String] {
    mover.gates.enumerated().compactMap { index, gate in
      let effect =
        parts.map { change($0[mover.dimensions.count + index]) } ?? numbers.change(gate.change)
      let name = gate.title?.text(in: .english) ?? gate.name
      switch (gate.applies.before, gate.applies.after) {
      case (false, true):
        let reason = gate.because?.text(in: .english).map { " (\($0))" } ?? ""
        return "The gate \(name) now applies\(reason): \(effect)."
      case (true, false): return "The gate \(name) applies no longer: \(effect)."
      case (true, true) where gate.change != 0:
        return "The gate \(name) takes \(numbers.scores(gate.effects)): \(effect)."
      default: return nil
      }
    }
  }

  // MARK: Parts of sentences

  private func title(_ part: PartChange) -> String { part.title?.text(in: .english) ?? part.name }

  private func isRescored(_ part: PartChange) -> Bool { part.scores.before != part.scores.after }

  private func weights(_ part: PartChange) -> String {
    guard part.weights.before != part.weights.after else { return "" }
    let weights = part.weights.map { $0?.rounded(to: 4) ?? "none" }
    return weights.before == weights.after
      ? "" : ", weight \(weights.before) -> \(weights.after)"
  }

  private func scores(_ part: PartChange) -> String {
    let scores = part.scores.map { $0.map(numbers.score) ?? "none" }
    return scores.before == scores.after
      ? " score \(scores.after) as before" : " score \(scores.before) -> \(scores.after)"
  }

  private func pair(_ units: Compared<Int64>) -> String {
    let texts = units.map { PrintedParts.text($0, decimals: numbers.decimals) }
    return "\(texts.before) -> \(texts.after)"
  }

  private func change(_ units: Compared<Int64>) -> String {
    CompareNumbers.signed(
      PrintedParts.text(units.after - units.before, decimals: numbers.decimals))
  }
}
