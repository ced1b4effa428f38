import AHP
import Diagnostics
import Glibc
import JudgementUncertainty
import ScorecardPolicy
import ScoringPlan
import SeededRandom

/// Draws of all judgements of a policy at once, each with the weights that they give.
///
/// Every draw has random numbers of its own, told by the seed, the weighing and its number: the same seed
/// gives the same draws whatever the threads. In memory are all drawn judgements and weights: eight
/// bytes for each, in each draw.
public struct PolicyDraws: Sendable {
  /// How many draws there may be.
  public static let limits = 1...1_000_000

  /// Tells these random numbers from others of the same seed.
  private static let stream: UInt64 = 0x5354_4142

  /// The weighings that are drawn.
  public let weighings: [JudgedWeighing]
  /// The weighings that stay as they are, as the drawing says nothing of them.
  public let unchanged: [JudgedWeighing]
  /// What is drawn, weighing after weighing.
  public let inputs: [JudgementInput]
  /// How many draws there are.
  public let count: Int
  /// What they depend on.
  public let seed: UInt64
  let sources: [WeighingDraw]
  /// Whether respondents are drawn, and not judgements one by one.
  let drawsRespondents: Bool
  /// For each draw the inputs (logarithms of judgements), then the weights.
  private let numbers: WeightDraws

  /// Draws round the judgements of some weighings, which must not be empty.
  ///
  /// - Parameters:
  ///   - count: one of `limits`.
  ///   - progress: told from any thread how many draws are done.
  /// - Throws: `DiagnosedFailure` where nothing can be drawn: no weights come from judgements, or nobody's
  ///   panel does; `LinearAlgebraError`.
  public init(
    _ weighings: [JudgedWeighing], drawing: JudgementDrawing, count: Int, seed: UInt64,
    threads: Int = 1, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws {
    precondition(Self.limits ~= count, "the number of draws must lie in limits")
    let sources = try weighings.compactMap { try WeighingDraw($0, drawing) }
    try Self.require(weighings, sources)
    let streams = Self.streams(sources, drawing)
    let inputCount = sources.reduce(0) { $0 + $1.inputs.count }
    let weightCount = sources.reduce(0) { $0 + $1.weighing.labels.count }
    self.sources = sources
    if case .panel = drawing { drawsRespondents = true } else { drawsRespondents = false }
    self.weighings = sources.map(\.weighing)
    unchanged = weighings.filter { one in !sources.contains { $0.weighing.path == one.path } }
    inputs = sources.flatMap(\.inputs)
    (self.count, self.seed) = (count, seed)
    numbers = try WeightDraws(
      size: inputCount + weightCount, count: count, threads: threads, progress: progress
    ) { draw in
      var (drawn, weights): ([Double], [Double]) = ([], [])
      for (source, stream) in zip(sources, streams) {
        var generator = SplitMix64(
          seed: seed, stream: Self.stream &+ UInt64(stream), index: UInt64(draw))
        let one = try source.draw(&generator)
        drawn += one.inputs
        weights += one.weights
      }
      return drawn + weights
    }
  }

  /// Draws that were made elsewhere, of whatever distribution.
  ///
  /// - Parameter weights: draw after draw the weights of all weighings, in their order; positive.
  public init(_ weighings: [JudgedWeighing], weights: [Double]) throws {
    let size = weighings.reduce(0) { $0 + $1.labels.count }
    precondition(
      size > 0 && weights.count % size == 0 && Self.limits ~= weights.count / size,
      "each draw has a weight for each label")
    self.weighings = weighings
    (unchanged, inputs, sources, seed, drawsRespondents) = ([], [], [], 0, false)
    count = weights.count / size
    numbers = try WeightDraws(size: size, count: count, threads: 1, progress: { _ in }) { draw in
      Array(weights[draw * size..<(draw + 1) * size])
    }
  }

  private static func require(
    _ weighings: [JudgedWeighing], _ sources: [WeighingDraw]
  ) throws(DiagnosedFailure) {
    guard sources.isEmpty else { return }
    let first = weighings.first
    throw DiagnosedFailure([
      Diagnostic(
        code: first == nil ? "policy.no-judgements" : "judgement.no-panel",
        at: first?.declaration.location, path: first?.path,
        first == nil
          ? "no weights of the policy come from judgements, so that nothing is uncertain"
          : "no panel of two or more respondents stands behind the policy's weights",
        suggestion: first == nil
          ? "give weights: with judgements: or file: instead of numbers"
          : "draw round the judgements by steps or intervals")
    ])
  }

  /// The stream of each weighing's random numbers: those that the same respondents judged share one, so
  /// that the same respondents are chosen for all.
  private static func streams(_ sources: [WeighingDraw], _ drawing: JudgementDrawing) -> [Int] {
    guard case .panel = drawing else { return Array(sources.indices) }
    let names = sources.map { $0.weighing.declaration.respondents?.respondents.map(\.name) ?? [] }
    return names.map { own in names.firstIndex(of: own) ?? 0 }
  }

  // MARK: What was drawn

  /// The slots of all weights that vary, weighing after weighing.
  var slots: [ParameterSlot] { weighings.flatMap(\.slots) }

  /// What was drawn of one input in a draw: the logarithm of a judgement, or how often a respondent was
  /// chosen.
  func input(_ input: Int, of draw: Int) -> Double { numbers[draw][input] }

  /// One weight in all draws; weights count weighing after weighing.
  func weight(_ weight: Int) -> [Double] { numbers.weights(of: inputs.count + weight) }

  /// A weight in one draw.
  func weight(_ weight: Int, of draw: Int) -> Double { numbers[draw][inputs.count + weight] }

  /// Parameter values with the weights of a draw.
  public func values(_ base: ParameterVector, draw: Int) -> ParameterVector {
    var values = base
    let drawn = numbers[draw]
    for (place, slot) in slots.enumerated() { values[slot] = drawn[inputs.count + place] }
    return values
  }
}
