import PolicyAnalysis
import ScoringPlan

/// Why one person moves, in sentences whose numbers add up as printed.
struct MoverText {
  private let mover: Mover
  private let texts: [(name: String, text: String)]
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
    let before = Self.printed(mover, numbers.decimals) { $0.before }
    let after = Self.printed(mover, numbers.decimals) { $0.after }
    parts = before.flatMap { before in
      after.map { zip(before.parts, $0.parts).map { Compared(before: $0, after: $1) } }
    }
    finals = before.flatMap { before in
      after.map { Compared(before: before.whole, after: $0.whole) }
    }
  }

  var text: String {
    ([headline] + [leading].compactMap(\.self) + gates).joined(separator: "\n      ")
  }

  private static func printed(
    _ mover: Mover, _ decimals: Int, _ side: (Compared<Double>) -> Double
  ) -> (parts: [Int64], whole: Int64)? {
    let points = mover.dimensions.map { side($0.points.map { $0 ?? 0 }) }
    return PrintedParts.round(
      points + mover.gates.map { side($0.effects) }, whole: side(mover.finals), decimals: decimals)
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
    return "  \(mover.key)\(group) \(move): final \(final)."
  }

  private var leading: String? {
    guard let dimension = mover.leadingDimension,
      let place = mover.dimensions.firstIndex(where: { $0.name == dimension.name })
    else {
      return mover.gates.contains { $0.change != 0 } ? nil : "Its own score is as before; others moved."
    }
    let points =
      parts.map { "\(pair($0[place])) points (\(change($0[place])))" }
      ?? "\(numbers.scores(dimension.points.map { $0 ?? 0 })) points"
    var sentence = "Mostly \(title(dimension)): \(points)\(weights(dimension))"
    if let measure = dimension.leadingMeasure, dimension.measures.count > 1 || isRescored(measure) {
      sentence += "; in it \(title(measure))\(scores(measure))\(weights(measure))"
    }
    return sentence + "."
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
      ? " at score \(scores.after)" : ", score \(scores.before) -> \(scores.after)"
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
