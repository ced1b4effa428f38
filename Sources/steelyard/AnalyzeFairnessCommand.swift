import ArgumentParser
import PolicyAnalysis
import ResultRecords
import ScoringEngine
import ScoringPlan

struct AnalyzeFairnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairness",
    abstract: "Says what groups of people get, and who gains and loses by another policy.",
    discussion: """
      Groups are made by columns of texts, such as the branch, or by columns of numbers cut into bands, such \
      as years of service. No group of fewer than five people is shown, and none can be had by \
      subtraction: groups that are too small are put together with others.

      Examples:
        steelyard analyze fairness policy.yaml --data DIR --by branch,role
        steelyard analyze fairness policy.yaml --against draft.yaml --data DIR --bands tenure_years:0,3,6,10
      """)

  @Argument(help: ArgumentHelp("The policy file.", valueName: "policy"))
  var policy: String

  @Option(
    help: ArgumentHelp(
      "Another policy on the same people: who gains and loses by it.", valueName: "policy"))
  var against: String?

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "The columns of the people's table that make groups, a table for each.",
      valueName: "column,..."))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "A column of numbers and where its bands begin, such as tenure_years:0,3,6,10; may be repeated.",
      valueName: "column:number,..."))
  var bands: [String] = []

  @Option(
    help: ArgumentHelp(
      "The grade whose best band is compared; by default the policy's first.", valueName: "grade"))
  var grade: String?

  @Option(
    help: ArgumentHelp(
      "Who is best where a policy has no grade: the first by final, a number or a percentage.",
      valueName: "size"))
  var top = "10%"

  @OptionGroup var shared: AnalysisOptions

  func validate() throws {
    if by == nil, bands.isEmpty {
      throw ValidationError("say what makes the groups: --by COLUMN, or --bands COLUMN:0,3,6,10")
    }
    _ = try divisions()
    _ = try size()
  }

  func run() throws {
    try Outcome.report {
      let files = [policy, against].compactMap(\.self)
      let plans = try files.map { try PolicyFile.plan($0).plan }
      let options = FairnessOptions(divisions: try divisions(), grade: grade, top: try size())
      let jobs = zip(plans, try CompareData(data).jobs(of: plans)).map { CompareJob($0, $1) }
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let scoring = ScoringOptions(threads: shared.work.threads)
      let runs = try CompareRuns(jobs, scoring, progress: progress.show).runs
      progress.finish()
      let analysis = try Self.analysis(runs, options)
      let report = FairnessReport(
        analysis, files: files, runs: runs, notice: data.notice)
      try shared.print(
        text: FairnessText(report).text, json: FairnessDocument(report),
        csv: FairnessFile(report).bytes)
      try AnalysisFindings.complain(about: runs, files: files)
    }
  }

  private static func analysis(
    _ runs: [ScoredPopulation], _ options: FairnessOptions
  ) throws -> FairnessAnalysis {
    do throws(FairnessError) {
      return runs.count == 1
        ? try FairnessAnalysis(runs[0], options: options)
        : try FairnessAnalysis(runs[0], against: runs[1], options: options)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private func size() throws -> TopSize {
    guard let size = TopSize(top) else {
      throw ValidationError("--top takes a number or a percentage such as 10%, not \"\(top)\"")
    }
    return size
  }

  /// What makes the groups, in the order of `--by`, then of `--bands`.
  private func divisions() throws -> [FairnessDivision] {
    var cuts: [(column: String, cuts: [Double])] = []
    for entry in bands {
      guard let colon = entry.lastIndex(of: ":"), colon > entry.startIndex else {
        throw ValidationError("--bands takes COLUMN:0,3,6,10, not \"\(entry)\"")
      }
      let column = String(entry[..<colon])
      let numbers = entry[entry.index(after: colon)...]
        .split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
      guard numbers.allSatisfy({ $0?.isFinite ?? false }) else {
        throw ValidationError("--bands takes COLUMN:0,3,6,10, not \"\(entry)\"")
      }
      let found = numbers.compactMap(\.self)
      guard zip(found, found.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw ValidationError("--bands takes numbers that rise, not \"\(entry)\"")
      }
      if cuts.contains(where: { $0.column == column }) {
        throw ValidationError("--bands cuts \(column) twice")
      }
      cuts.append((column, found))
    }
    let names = by.map(\.commaSeparated) ?? []
    for (place, name) in names.enumerated() where names[..<place].contains(name) {
      throw ValidationError("--by names \(name) twice")
    }
    let named = names.map { name in
      cuts.first { $0.column == name }.map {
        FairnessDivision(bands: $0.column, cuts: $0.cuts)
      } ?? FairnessDivision(texts: name)
    }
    return named
      + cuts.filter { !names.contains($0.column) }.map {
        FairnessDivision(bands: $0.column, cuts: $0.cuts)
      }
  }
}
