import AHP
import Diagnostics
import Glibc
import JudgementUncertainty
import ScorecardPolicy
import SeededRandom

/// Draws the judgements behind one weighing and makes weights of them.
struct WeighingDraw: Sendable {
  /// What is drawn of.
  private enum Source: Sendable {
    /// One matrix, of which these judgements were given; the others are completed anew.
    case matrix(JudgementSampler, given: [Int])
    /// The matrices of respondents, whose priorities are aggregated.
    case respondents([(sampler: JudgementSampler, given: [Int])])
    /// The priorities of respondents by their logarithms, of whom as many are chosen with replacement.
    case priorities([[Double]])
  }

  let weighing: JudgedWeighing
  /// The judgements that are drawn, in the order of their numbers.
  let inputs: [JudgementInput]
  private let source: Source
  private let matrices: [IncompleteMatrix]

  /// A way to draw the judgements of a weighing; nil where they stay as they are.
  ///
  /// - Throws: `DiagnosedFailure` where a panel cannot be drawn from, or a `LinearAlgebraError`.
  init?(_ weighing: JudgedWeighing, _ drawing: JudgementDrawing) throws {
    let spread: JudgementSpread
    switch drawing {
    case .steps(let width): spread = .steps(width)
    case .intervals(let bounds):
      guard let bounds = bounds[weighing.path] else { return nil }
      spread = .intervals(bounds)
    case .panel:
      guard let panel = WeighingPanel(weighing) else { return nil }
      if weighing.declaration.panel != nil {
        try self.init(weighing, priorities: panel)
        return
      }
      spread = .panel(panel.set)
    case .panelSpread:
      guard let panel = WeighingPanel(weighing) else { return nil }
      spread = .panelSpread(panel.set)
    }
    if case .steps = spread, let set = weighing.declaration.panel {
      try self.init(weighing, spread, respondents: set)
    } else {
      try self.init(weighing, spread)
    }
  }

  /// Of one matrix.
  private init(_ weighing: JudgedWeighing, _ spread: JudgementSpread) throws {
    let declaration = weighing.declaration
    var given = declaration.completed?.given ?? IncompleteMatrix(declaration.matrix)
    var matrix = declaration.matrix
    switch spread {
    case .panel(let set), .panelSpread(let set):
      // A panel is drawn in the order and by the labels of its file.
      matrix = set.aggregatedJudgements()
      given = IncompleteMatrix(matrix)
    case .steps, .intervals: break
    }
    self.weighing = weighing
    matrices = [given]
    let places = Self.comparedPlaces(given)
    source = .matrix(try JudgementSampler(spread, matrix), given: places.map(\.place))
    inputs = places.map { Self.input(weighing, given, $0.pair, of: nil) }
  }

  /// Of each respondent's matrix.
  private init(
    _ weighing: JudgedWeighing, _ spread: JudgementSpread, respondents set: JudgementSet
  ) throws {
    self.weighing = weighing
    var matrices: [IncompleteMatrix] = []
    var samplers: [(sampler: JudgementSampler, given: [Int])] = []
    var inputs: [JudgementInput] = []
    for respondent in set.respondents {
      let given = try set.incompleteMatrix(of: respondent)
      let matrix =
        try given.complete
        ?? CompletedMatrix(
          given, method: weighing.declaration.completion ?? .lambdaOptimal
        ).matrix
      let places = Self.comparedPlaces(given)
      matrices.append(given)
      samplers.append((try JudgementSampler(spread, matrix), places.map(\.place)))
      inputs += places.map { Self.input(weighing, given, $0.pair, of: respondent.name) }
    }
    (self.matrices, self.inputs) = (matrices, inputs)
    source = .respondents(samplers)
  }

  /// Of the respondents' priorities.
  private init(_ weighing: JudgedWeighing, priorities panel: WeighingPanel) throws {
    self.weighing = weighing
    matrices = []
    source = .priorities(
      try panel.names.map { name in (try panel.weights(of: name) ?? []).map { log($0) } })
    inputs = panel.names.map {
      JudgementInput(path: weighing.path, respondent: $0, row: nil, column: nil, given: nil)
    }
  }

  /// The pairs compared, each with its place among all pairs.
  private static func comparedPlaces(
    _ matrix: IncompleteMatrix
  ) -> [(place: Int, pair: (Int, Int))] {
    let pairs = (0..<matrix.size).flatMap { row in
      (row + 1..<max(matrix.size, row + 1)).map { (row, $0) }
    }
    return pairs.enumerated().filter { matrix.judgement($1.0, $1.1) != nil }
      .map { (place: $0.offset, pair: $0.element) }
  }

  private static func input(
    _ weighing: JudgedWeighing, _ matrix: IncompleteMatrix, _ pair: (Int, Int),
    of respondent: String?
  ) -> JudgementInput {
    JudgementInput(
      path: weighing.path, respondent: respondent, row: matrix.labels[pair.0],
      column: matrix.labels[pair.1], given: matrix.judgement(pair.0, pair.1)?.value)
  }

  // MARK: Draws

  /// The logarithms of the judgements of one draw, or how often each respondent is chosen, and the weights.
  func draw(_ generator: inout SplitMix64) throws -> (inputs: [Double], weights: [Double]) {
    switch source {
    case .matrix(let sampler, let given):
      let all = sampler.draw(&generator)
      let drawn = given.map { all[$0] }
      return (drawn.map { log($0) }, try weights(of: [drawn]))
    case .respondents(let samplers):
      let drawn = samplers.map { entry in
        let all = entry.sampler.draw(&generator)
        return entry.given.map { all[$0] }
      }
      return (drawn.joined().map { log($0) }, try weights(of: drawn))
    case .priorities(let logarithms):
      var counts = logarithms.map { _ in 0.0 }
      for _ in logarithms { counts[generator.next(below: logarithms.count)] += 1 }
      return (counts, combined(logarithms, counts))
    }
  }

  /// The weights when one judgement alone is moved by a share of the way to the end of what is drawn, and
  /// the judgement then; nil where judgements are not drawn one by one.
  func moved(_ input: Int, by share: Double) throws -> (judgement: Double, weights: [Double])? {
    var drawn = matrices.map { matrix in
      Self.comparedPlaces(matrix).map { matrix.judgement($0.pair.0, $0.pair.1)?.value ?? 1 }
    }
    switch source {
    case .matrix(let sampler, let given):
      guard let value = sampler.moved(given[input], by: share) else { return nil }
      drawn[0][input] = value
      return (value, try weights(of: drawn))
    case .respondents(let samplers):
      var (respondent, place) = (0, input)
      while place >= samplers[respondent].given.count {
        place -= samplers[respondent].given.count
        respondent += 1
      }
      let (sampler, given) = samplers[respondent]
      guard let value = sampler.moved(given[place], by: share) else { return nil }
      drawn[respondent][place] = value
      return (value, try weights(of: drawn))
    case .priorities: return nil
    }
  }

  /// The weights that judgements of the pairs compared give, in the order of the weighing.
  private func weights(of drawn: [[Double]]) throws -> [Double] {
    let declaration = weighing.declaration
    let each = try zip(matrices, drawn).map { matrix, drawn -> [Double] in
      guard drawn.count < matrix.size * (matrix.size - 1) / 2 else {
        return try JudgementSampler.weights(
          of: drawn, labels: matrix.labels, method: declaration.method)
      }
      let completed = try CompletedMatrix(
        matrix.replacingJudgements(drawn), method: declaration.completion ?? .lambdaOptimal)
      return try PriorityVector(completed.matrix, method: declaration.method).weights
    }
    let own = each.count == 1 ? each[0] : combined(each.map { $0.map { log($0) } }, shares)
    return ordered(own, by: matrices[0].labels)
  }

  /// What the respondents count whose priorities are aggregated.
  private var shares: [Double] {
    weighing.declaration.panel?.respondents.map(\.weight) ?? []
  }

  /// The weighted geometric mean, of sum 1; the given weights count too where respondents are chosen.
  private func combined(_ logarithms: [[Double]], _ counts: [Double]) -> [Double] {
    let shares: [Double]
    if case .priorities = source {
      shares = zip(self.shares, counts).map { $0 * $1 }
    } else {
      shares = counts
    }
    let total = shares.reduce(0, +)
    let means = logarithms[0].indices.map { label in
      exp(zip(logarithms, shares).reduce(0) { $0 + $1.0[label] * $1.1 } / total)
    }
    let sum = means.reduce(0, +)
    return means.map { $0 / sum }
  }

  /// Weights by labels of the policy or of the judgement file, in the order of the weighing.
  private func ordered(_ weights: [Double], by labels: [String]) -> [Double] {
    if labels == weighing.labels { return weights }
    let places = Dictionary(zip(labels, weights), uniquingKeysWith: { first, _ in first })
    let own = weighing.labels.compactMap { places[$0] }
    return own.count == labels.count
      ? own : weighing.declaration.panelLabels.compactMap { places[$0] }
  }
}
