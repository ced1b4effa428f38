import ArgumentParser
import Diagnostics
import ScorecardPolicy
import ScoringPlan

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a policy and shows its weights.",
    discussion: """
      Reports every fault with its place; an inconsistent judgement set is a finding.

      Example:
        steelyard check policy.yaml
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    try Outcome.report {
      switch format {
      case .text:
        let (resolved, findings) = try PolicyFile.read(policy)
        Terminal.print(CheckText.text(resolved, findings: findings.count))
        Terminal.complain(findings)
        if !findings.isEmpty { throw Outcome.findings }
      case .json: try runForPrograms()
      }
    }
  }

  /// JSON is printed for a policy with faults as well.
  private func runForPrograms() throws {
    do {
      let (resolved, findings) = try PolicyFile.read(policy)
      Terminal.print(try OutputFormat.json(CheckDocument(resolved, findings)))
      if !findings.isEmpty { throw Outcome.findings }
    } catch let failure as DiagnosedFailure {
      Terminal.print(try OutputFormat.json(CheckDocument(failure.diagnostics)))
      throw Outcome.policyFault
    }
  }
}
