import AHP
import Diagnostics
import Hierarchies
import SeededRandom

extension WeightUncertainty {
  /// Makes draws round all judgements of a hierarchy at once, and says where the priorities of its
  /// alternatives lie and how often their order changes.
  ///
  /// Panels are aggregated by judgements. Each draw costs the eigenvalues of every matrix.
  ///
  /// - Parameters:
  ///   - hierarchy: a hierarchy with alternatives.
  ///   - synthesis: how their priorities are formed.
  ///   - steps: how many steps of the scale each judgement may lie off, as of `JudgementSpread.steps`.
  ///   - draws: one of `drawLimits`.
  ///   - threads: how many threads to use, at least 1; it does not change the result.
  ///   - progress: told from any thread how many draws are done.
  /// - Throws: a `LinearAlgebraError`, or `DiagnosedFailure` where there are no alternatives.
  public init(
    of hierarchy: Hierarchy, by synthesis: SynthesisKind, steps: Double, draws: Int, seed: UInt64,
    threads: Int = 1, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws {
    guard !hierarchy.alternatives.isEmpty else {
      throw DiagnosedFailure([
        Diagnostic(
          code: "hierarchy.no-alternatives", at: hierarchy.goal.location,
          "the hierarchy names no alternatives whose order could change",
          suggestion: "add alternatives: with their names at the top of the file")
      ])
    }
    let given = try Self.priorities(of: hierarchy, by: synthesis) { judged in
      judged.matrix.upperTriangle.map(\.value)
    }
    try self.init(
      labels: hierarchy.alternatives.map(\.name), given: given, draws: draws, seed: seed,
      threads: threads, progress: progress
    ) { generator in
      try Self.priorities(of: hierarchy, by: synthesis) { judged in
        try JudgementSampler(.steps(steps), judged.matrix).draw(&generator)
      }
    }
  }

  private static func priorities(
    of hierarchy: Hierarchy, by synthesis: SynthesisKind,
    _ judgements: (JudgedWeights) throws -> [Double]
  ) throws -> [Double] {
    let drawn = try hierarchy.replacingJudgements { judged in
      try drawnWeights(
        try judgements(judged), labels: judged.matrix.labels, method: judged.options.method)
    }
    let result = try HierarchySynthesis(drawn)
    let chosen = synthesis == .ideal ? result.ideal : result.distributive
    return chosen?.priorities ?? []
  }
}
