import ArgumentParser

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Says what a change of the policy, or of a judgement, does to people and pay.",
    discussion: """
      Example:
        steelyard analyze sensitivity policy.yaml --data DIR
      """,
    subcommands: [
      AnalyzeSensitivityCommand.self, AnalyzeScenariosCommand.self, AnalyzeUncertaintyCommand.self,
      AnalyzeFlipCommand.self, AnalyzeDesignCommand.self, AnalyzePanelCommand.self,
      AnalyzeIncentivesCommand.self, AnalyzeFairnessCommand.self,
    ])

  func validate() throws { try Self.refuseMisspeltCommand(at: 2) }
}
