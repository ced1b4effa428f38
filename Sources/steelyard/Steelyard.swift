import ArgumentParser
import Glibc

/// The command line: parse, call, print, exit.
@main
struct Steelyard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steelyard",
    abstract: "Scores staff by balanced scorecards whose weights come from pairwise judgements.",
    discussion: """
      A policy is a YAML file, data are CSV files, a result is a CSV file. Standard output carries \
      what was asked for; messages, progress and summaries go to standard error.

      Exit codes: 0 done; 1 done, with findings to look at; 2 the policy or the judgements are at \
      fault; 3 the data are at fault; 64 the command line is at fault; 70 a fault of the program.

      To begin, check a policy, score its data, and explain one person's score:
        steelyard check policy.yaml
        steelyard score policy.yaml --data DIR --output result.csv
        steelyard explain policy.yaml --data DIR --id KEY
      The README leads through the rest, Documentation/commands.md lists every option.
      """,
    version: ProgramVersion.current,
    subcommands: [
      WeightsCommand.self, RandomIndexCommand.self, RepairCommand.self, RecoverCommand.self,
      UncertaintyCommand.self, HierarchyCommand.self, QuestionnaireCommand.self, PanelCommand.self,
      CheckCommand.self, ScoreCommand.self, ExplainCommand.self, ReproduceCommand.self,
      StandardsCommand.self, VerifyCommand.self, CompareCommand.self, AnalyzeCommand.self,
      ReportCommand.self, StudioCommand.self, DifferenceCommand.self,
      GenerateCommand.self, InspectCommand.self, ImportCommand.self, LoadCommand.self,
      PayCommand.self, WorkbookCommand.self, PublishCommand.self, ArchiveCommand.self,
      SQLCommand.self, StreamCommand.self,
    ])

  func validate() throws { try Self.refuseMisspeltCommand(at: 1) }

  /// Runs the command. A file that may not grow further (`ulimit -f`) is an error like a full disk, and
  /// not the end of the program.
  static func main() {
    signal(SIGXFSZ, SIG_IGN)
    main(nil)
  }
}
