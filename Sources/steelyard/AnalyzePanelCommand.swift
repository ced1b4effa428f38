import ArgumentParser
import Diagnostics
import Foundation
import PolicyAnalysis
import ResultRecords
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

struct AnalyzePanelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "panel",
    abstract:
      "Says where respondents stand by their own judgements, and whom each respondent moves.",
    discussion: """
      People who judge the weights of a policy may be appraised by it. For each respondent who is: rank, \
      grade and pay by all judgements, by the own alone, and by those of the others. For each respondent: \
      what leaving the judgements out does to all people. A respondent is the person whose key is the \
      respondent's name, unless a file says otherwise.

      Example:
        steelyard analyze panel policy.yaml --data DIR --respondents respondents.csv
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "Which person each respondent is: a CSV file respondent,subject.", valueName: "file"))
  var respondents: String?

  @OptionGroup var shared: AnalysisOptions

  func run() throws {
    try Outcome.report {
      let (resolved, plan) = try PolicyFile.resolved(policy)
      let weighings = JudgedWeighing.all(of: resolved, in: plan)
      let names = PanelConflicts.names(of: weighings)
      if names.isEmpty {
        throw DiagnosedFailure([
          Diagnostic(
            code: "judgement.no-panel", at: weighings.first?.declaration.location,
            "no panel of two or more respondents stands behind the policy's weights",
            suggestion: "let weights: name the file: of a panel")
        ])
      }
      let keys = try self.keys(names)
      let threads = shared.work.threads ?? ProcessInfo.processInfo.activeProcessorCount
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let population = try data.population(
        for: plan, threads: threads, progress: progress.show)
      for (name, key) in keys.sorted(by: { $0.key < $1.key })
      where population.subject(withKey: key) == nil {
        throw ValidationError(
          "\(respondents ?? ""): the respondent \(name) is to be \"\(key)\", and nobody "
            + "has that key")
      }
      progress.show(WorkProgress(activity: "comparing", done: 0, total: names.count))
      let conflicts = try PanelConflicts(
        plan, population, weighings: weighings, keys: keys, threads: threads)
      progress.finish()
      try shared.print(
        text: PanelConflictsText(conflicts, notice: data.notice).text,
        json: PanelConflictsDocument(conflicts, notice: data.notice),
        csv: PanelConflictsTable.bytes(conflicts))
      try AnalysisFindings.complain(about: [conflicts.scored], files: [policy])
    }
  }

  /// Who of the panel is which person.
  private func keys(_ names: [String]) throws -> [String: String] {
    guard let respondents else { return [:] }
    let (keys, faults) = try RespondentKeysFile.read(respondents)
    guard faults.isEmpty else {
      Terminal.note(firstOf: faults)
      throw Outcome.dataFault
    }
    for name in keys.keys.sorted() where !names.contains(name) {
      let hint =
        Spelling.didYouMean(name, among: names) ?? "they are \(names.joined(separator: ", "))"
      throw ValidationError("the policy's panels have no respondent \"\(name)\"; \(hint)")
    }
    return keys
  }
}
