import ColumnStore
import ScoringEngine

/// What scenarios do as a table: one row for each.
public struct ScenariosFile: Sendable {
  private let scenarios: [(file: String, run: ScoredPopulation, effect: PolicyEffect)]

  /// A table of scenarios, each with its file, its run, and what it does against the baseline.
  public init(_ scenarios: [(file: String, run: ScoredPopulation, effect: PolicyEffect)]) {
    self.scenarios = scenarios
  }

  /// The table as comma-separated UTF-8 text, scenarios in their order.
  public var bytes: [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader(["policy", "version", "file"] + PolicyEffect.headers)
    for scenario in scenarios {
      writer.append(scenario.run.plan.policy)
      writer.append(scenario.run.plan.version)
      writer.append(scenario.file)
      scenario.effect.append(to: &writer)
      writer.endRow()
    }
    return writer.bytes
  }
}
