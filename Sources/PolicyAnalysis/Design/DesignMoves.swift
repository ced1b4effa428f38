import AHP
import ScorecardPolicy
import ScoringPlan

/// The ways in which numbers of a policy may move, each by steps, 0 for staying.
struct DesignMoves {
  /// One thing that moves by itself.
  enum Axis {
    case judgement(weighing: Int, place: Int, ladder: JudgementLadder)
    case parameter(slot: ParameterSlot, path: String)
    case weights(weighing: Int)
  }

  /// One place that it can take.
  struct Option {
    let steps: Int
    /// The judgement's signed steps.
    var move = 0
    /// The parameter's value.
    var value = 0.0
    /// The weights.
    var weights: [Double] = []
  }

  let weighings: [Weighing]
  private(set) var axes: [Axis] = []
  /// For each axis its places, those of fewest steps first.
  private(set) var options: [[Option]] = []

  init(_ problem: DesignProblem, _ plan: Plan, _ weighings: [Weighing]) {
    self.weighings = weighings
    if let steps = problem.judgementSteps { addJudgements(steps) }
    if let moves = problem.weights, let step = moves.step {
      for (index, weighing) in weighings.enumerated() where weighing.judgements == nil {
        add(.weights(weighing: index), Self.weights(weighing.weights, moves.most, step))
      }
    }
    for moves in problem.parameters {
      guard let index = plan.parameters.firstIndex(where: { $0.path == moves.path }) else {
        continue
      }
      let present = plan.values.values[index]
      // The places on either side of the present value are one step away, and so on.
      let above = moves.values.filter { $0 > present }
      let below = moves.values.filter { $0 < present }.reversed()
      let sides = [above, Array(below)].flatMap { side in
        side.enumerated().map { Option(steps: $0 + 1, value: $1) }
      }
      add(.parameter(slot: ParameterSlot(index), path: moves.path), sides)
    }
  }

  private mutating func add(_ axis: Axis, _ moved: [Option]) {
    axes.append(axis)
    options.append(
      [Option(steps: 0)]
        + moved.enumerated().sorted {
          ($0.element.steps, $0.offset) < ($1.element.steps, $1.offset)
        }.map(\.element))
  }

  private mutating func addJudgements(_ steps: Int) {
    for (index, weighing) in weighings.enumerated() {
      guard let declaration = weighing.judgements, declaration.canChangeOneByOne else { continue }
      for (place, judgement) in declaration.matrix.upperTriangle.enumerated() {
        let ladder = JudgementLadder(judgement)
        let moves = (1...steps).flatMap { [$0, -$0] }.filter { ladder[$0] != nil }
        add(
          .judgement(weighing: index, place: place, ladder: ladder),
          moves.map { Option(steps: abs($0), move: $0) })
      }
    }
  }

  /// All weights within reach that are whole steps from those present; a step moves one step of weight
  /// from one to another.
  private static func weights(_ present: [Double], _ most: Double, _ step: Double) -> [Option] {
    let reach = Int((most / step + 1e-9).rounded(.down))
    var options: [Option] = []
    var moves = [Int](repeating: 0, count: present.count)
    func place(_ index: Int, _ sum: Int) {
      if index == present.count - 1 {
        moves[index] = -sum
        let weights = zip(present, moves).map { $0 + Double($1) * step }
        guard abs(sum) <= reach, moves.contains(where: { $0 != 0 }),
          weights.allSatisfy({ $0 >= -1e-12 })
        else { return }
        options.append(
          Option(
            steps: moves.map(abs).reduce(0, +) / 2, weights: weights.map { max(0, $0) }))
        return
      }
      for move in -reach...reach {
        moves[index] = move
        place(index + 1, sum + move)
      }
    }
    place(0, 0)
    return options
  }

  /// The number of policies, as a double, for there may be very many.
  var count: Double { options.map { Double($0.count) }.reduce(1, *) }

  /// The most steps that a policy can take in all.
  var mostSteps: Int { options.map { $0.map(\.steps).max() ?? 0 }.reduce(0, +) }

  /// Calls `body` with the places on each axis of every policy so many steps away, until it says to stop.
  func each(steps: Int, _ body: ([Int]) throws -> Bool) rethrows {
    var places = [Int](repeating: 0, count: axes.count)
    let reach = options.map { $0.map(\.steps).max() ?? 0 }
    var isStopped = false
    func place(_ index: Int, _ left: Int) throws {
      if isStopped { return }
      if index == axes.count {
        if left == 0 { isStopped = try !body(places) }
        return
      }
      // What is left must be within reach of the others.
      guard left <= reach[index...].reduce(0, +) else { return }
      for (option, way) in options[index].enumerated() where way.steps <= left {
        places[index] = option
        try place(index + 1, left - way.steps)
      }
      places[index] = 0
    }
    try place(0, steps)
  }

  /// The policy at some places.
  func policy(_ places: [Int], _ values: ParameterVector) throws -> DesignPolicy {
    var policy = DesignPolicy(values: values)
    var steps: [Int: [Int: Int]] = [:]
    for (axis, place) in zip(axes.indices, places) where place > 0 {
      let option = options[axis][place]
      switch axes[axis] {
      case .judgement(let weighing, let place, _):
        steps[weighing, default: [:]][place] = option.move
      case .weights(let weighing): policy.setWeights(option.weights, of: weighings[weighing])
      case .parameter(let slot, let path):
        policy.setParameter(option.value, slot, path)
      }
    }
    for weighing in weighings.indices {
      guard let declaration = weighings[weighing].judgements, declaration.canChangeOneByOne else {
        continue
      }
      try policy.setJudgements(steps[weighing] ?? [:], of: weighings[weighing], declaration)
    }
    return policy
  }
}
