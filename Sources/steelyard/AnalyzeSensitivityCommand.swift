import ArgumentParser
import Diagnostics
import PolicyAnalysis
import ResultRecords
import ScorecardPolicy
import ScoringEngine

struct AnalyzeSensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract:
      "Says who changes grade and rank, and what it costs, when a number of the policy moves.",
    discussion: """
      Judgements, weights, caps, thresholds, seats: every number of the policy is moved a little, one \
      at a time, and everybody scored again. Of one number a range can be tried. What the policy could \
      not have is said and not run.

      Examples:
        steelyard analyze sensitivity policy.yaml --data DIR
        steelyard analyze sensitivity policy.yaml --data DIR \\
          --parameter scorecard.weights.judgements.financial.customer --from 1 --to 5 --step 1
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(
    name: .customLong("parameter"),
    help: ArgumentHelp(
      "The number to vary, by its path; may be repeated. All numbers by default.", valueName: "path"
    ))
  var parameters: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first value of the one parameter.", valueName: "value"))
  var from: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The last value of the one parameter.", valueName: "value"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "How far from one value to the next; of judgements in steps of the scale 1/9 to 9.",
      valueName: "step"))
  var step: String?

  @Flag(help: "Also say how totals and pay move with judgements: exact derivatives.")
  var derivatives = false

  @OptionGroup var shared: AnalysisOptions

  func validate() throws {
    let given = [from, to, step].compactMap(\.self).count
    guard given == 0 || given == 3 else {
      throw ValidationError("--from, --to and --step go together")
    }
    guard given == 0 || parameters.count == 1 else {
      throw ValidationError("--from, --to and --step are for one --parameter")
    }
  }

  func run() throws {
    try Outcome.report {
      _ = try PolicyFile.plan(policy)
      let variable = try VariablePolicy(PolicyTuning(contentsOf: policy))
      let choices = try SensitivityChoices(
        parameters, from: from, to: to, step: step, of: variable)
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let options = ScoringOptions(threads: shared.work.threads)
      let population = try data.population(
        for: variable.plan, threads: options.threads, progress: progress.show)
      let analysis = SensitivityAnalysis(variable, population, options: options)
      let responses = try choices.responses(analysis, progress.show)
      let slopes =
        derivatives
        ? try JudgementDerivatives(variable, analysis.baseline, threads: options.threads) : nil
      let report = SensitivityReport(
        file: policy, analysis: analysis, responses: responses, derivatives: slopes,
        notice: data.notice)
      progress.finish()
      try shared.print(
        text: SensitivityText(report).text, json: SensitivityDocument(report),
        csv: report.derivatives.map { DerivativesFile($0).bytes }
          ?? SensitivityFile(report.responses).bytes)
      try AnalysisFindings.complain(about: [analysis.baseline], files: [policy])
    }
  }
}
