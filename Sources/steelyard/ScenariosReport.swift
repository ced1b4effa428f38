import PolicyAnalysis
import ScoringEngine

/// Everything that `analyze scenarios` has to say.
struct ScenariosReport {
  /// What one scenario does.
  struct Row {
    let file: String
    let run: ScoredPopulation
    let effect: PolicyEffect
  }

  /// The file of the policy that all are compared with.
  let file: String
  /// Its run.
  let baseline: ScoredPopulation
  /// The scenarios in the order given.
  let rows: [Row]
  /// What the data's folder says about them.
  let notice: String?

  init(files: [String], runs: [ScoredPopulation], notice: String?) {
    let baseline = runs[0]
    (file, self.baseline, self.notice) = (files[0], baseline, notice)
    rows = zip(files, runs).dropFirst().map {
      Row(file: $0, run: $1, effect: PolicyEffect(before: baseline, after: $1))
    }
  }
}
