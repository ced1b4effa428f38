import ScoringEngine
import ScoringPlan

/// How published values follow the weights of dimensions: each is the lesser of a sum, linear in the
/// weights, and of a ceiling that gates set.
///
/// Deductions and caps of gates, one after another, always come to that: min(min(x - d, c) - e, f) is
/// min(x - d - e, min(c - e, f)). Keys are computed as the engine does, in its order.
struct LinearScores: Sendable {
  /// What one gate does to those to whom it applies.
  private struct Effect {
    let isCap: Bool
    let when: ScoredColumn?
    let amounts: ScoredColumn

    /// The amount for a subject; nil where the gate does not apply.
    func amount(of subject: Int) -> Double? {
      when.map { $0[subject] == 1 } ?? true ? amounts[subject] : nil
    }
  }

  /// The weighings.
  let weighings: [Weighing]
  /// The number of units of the last published decimal in one point.
  let scale: Double
  /// For each subject its weighing; -1 for who is rejected.
  let weighing: [Int]
  /// The scores of dimensions in the policy's order, with their place in a weighing, or else the weight
  /// that stays; one of weight 1 where the value does not depend on weights.
  private let parts: [(scores: ScoredColumn, place: Int?, weight: Double)]
  private let effects: [Effect]

  /// The values of a register for all subjects of a run that kept its measures.
  ///
  /// - Parameter weighings: all that the plan has.
  init(
    _ scored: ScoredPopulation, _ weighings: [Weighing], by register: Register,
    name: String
  ) throws(FlipObstacle) {
    let plan = scored.plan
    self.weighings = weighings
    scale = ScoreKey.scale(plan.decimals)
    weighing = Self.weighing(scored, weighings)
    let dependent = plan.registers(dependingOn: Set(weighings.flatMap(\.slots)))
    guard dependent.contains(register) else {
      parts = [(Self.column(register, scored), nil, 1)]
      effects = []
      return
    }
    guard register == plan.layout.total || register == plan.layout.final else { throw .by(name) }
    parts = plan.layout.dimensions.map { dimension in
      (
        Self.column(dimension.score, scored), weighings[0].labels.firstIndex(of: dimension.name),
        dimension.weight.slot.map { scored.values[$0] } ?? 1
      )
    }
    effects = register == plan.layout.total ? [] : try Self.effects(scored, dependent)
  }

  private static func effects(
    _ scored: ScoredPopulation, _ dependent: Set<Register>
  ) throws(FlipObstacle) -> [Effect] {
    var effects: [Effect] = []
    // Gates that only bar from ranks matter to who takes part, which is for contests to say.
    for gate in scored.plan.layout.gates where !gate.effects.isEmpty {
      let registers = [gate.when].compactMap(\.self) + gate.effects.map(\.amount)
      guard dependent.isDisjoint(with: registers) else { throw .gate(gate.name) }
      for effect in gate.effects {
        effects.append(
          Effect(
            isCap: effect.isCap, when: gate.when.map { column($0, scored) },
            amounts: column(effect.amount, scored)))
      }
    }
    return effects
  }

  private static func column(_ register: Register, _ scored: ScoredPopulation) -> ScoredColumn {
    guard let column = scored.column(register) else {
      preconditionFailure("the run must keep measures and gates")
    }
    return column
  }

  private static func weighing(_ scored: ScoredPopulation, _ weighings: [Weighing])
    -> [Int]
  {
    let subjects = 0..<scored.population.subjectCount
    guard weighings.contains(where: { $0.group != nil }) else {
      return subjects.map { scored.isRejected($0) ? -1 : 0 }
    }
    let plan = scored.plan
    // The slot of a label's weight says which column's text chooses.
    let slots = Set(weighings.map(\.slots[0]))
    let texts = plan.stages.flatMap { stage -> [Register] in
      guard case .subjectRows(let program) = stage else { return [] }
      return program.compactMap { instruction in
        guard case .lookup(let index, let text, _) = instruction.operation,
          !slots.isDisjoint(with: plan.lookups[index].values)
        else { return nil }
        return text
      }
    }
    guard let text = texts.first, let column = scored.column(text) else {
      preconditionFailure("weights that differ by a text are looked up by it")
    }
    let places = Dictionary(
      weighings.enumerated().map { ($1.group ?? "", $0) }, uniquingKeysWith: { one, _ in one })
    return subjects.map { subject in
      scored.isRejected(subject) ? -1 : column.text(of: subject).flatMap { places[$0] } ?? -1
    }
  }

  /// A subject's factors of the weights of its weighing, in the order of the labels.
  func factors(of subject: Int) -> [Double] {
    var factors = weighings[0].labels.map { _ in 0.0 }
    for part in parts {
      if let place = part.place { factors[place] = part.scores[subject] ?? 0 }
    }
    return factors
  }

  /// What a subject has whatever the weights.
  func constant(of subject: Int) -> Double {
    var sum = 0.0
    for part in parts where part.place == nil {
      sum += part.weight * (part.scores[subject] ?? 0)
    }
    for effect in effects where !effect.isCap { sum -= effect.amount(of: subject) ?? 0 }
    return sum
  }

  /// The key that gates do not let a subject exceed; nil where there is no ceiling.
  func ceilingKey(of subject: Int) -> Int64? {
    var ceiling = Double.infinity
    for effect in effects {
      guard let amount = effect.amount(of: subject) else { continue }
      ceiling = effect.isCap ? min(ceiling, amount) : ceiling - amount
    }
    return ceiling.isFinite ? key(ceiling) : nil
  }

  /// A subject's published value with some weights, as `ScoreKey`; the weights of each weighing.
  func key(of subject: Int, _ weights: [[Double]]) -> Int64 {
    var sum: Double?
    for part in parts {
      let weight = part.place.map { weights[weighing[subject]][$0] } ?? part.weight
      let product = weight * (part.scores[subject] ?? 0)
      sum = sum.map { $0 + product } ?? product
    }
    var value = sum ?? 0
    for effect in effects {
      guard let amount = effect.amount(of: subject) else { continue }
      value = effect.isCap ? min(value, amount) : value - amount
    }
    return key(value)
  }

  /// The weights as they are.
  var present: [[Double]] { weighings.map(\.weights) }

  private func key(_ value: Double) -> Int64 {
    ScoreKey.key(of: value, scale: scale) ?? (value < 0 ? .min / 2 : .max / 2)
  }
}
