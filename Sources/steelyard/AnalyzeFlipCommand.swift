import ArgumentParser
import Diagnostics
import PolicyAnalysis
import ScoringEngine
import ScoringPlan

struct AnalyzeFlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flip",
    abstract: "Says how little must change for a grade, a rank or an order to change.",
    discussion: """
      For a person: the smallest change of the dimensions' weights, and the fewest steps of judgements on \
      the scale 1/9 ... 9, that give another rank or grade. For a pair: that bring them level or reverse \
      them. Else the interval of each weight and of each judgement within which no grade, and no order \
      in the rankings, changes: for everybody, or for the people of each group. All answers are tried by \
      scoring.

      Examples:
        steelyard analyze flip policy.yaml --data DIR --id 000201
        steelyard analyze flip policy.yaml --data DIR --pair 000201 000202
        steelyard analyze flip policy.yaml --data DIR --by branch
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(help: ArgumentHelp("The person whose ranks and grades are to change.", valueName: "key"))
  var id: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The two people whose order is to change.", valueName: "key"))
  var pair: [String] = []

  @Option(
    help: ArgumentHelp(
      "The text column whose groups each get intervals of their own.", valueName: "column"))
  var by: String?

  @Option(
    help:
      "How a change of weights is measured: by the largest change of a weight, or by the sum of all (largest, sum)."
  )
  var norm: WeightNorm = .largest

  @Option(help: "The most steps of judgements that are tried, in all.")
  var steps = 4

  @OptionGroup var shared: AnalysisOptions

  func validate() throws {
    if [id != nil, !pair.isEmpty, by != nil].count(where: { $0 }) > 1 {
      throw ValidationError("give one of --id, --pair and --by")
    }
    if !pair.isEmpty, pair.count != 2 || pair[0] == pair[1] {
      throw ValidationError("--pair takes two different keys")
    }
    if !(0...12).contains(steps) { throw ValidationError("--steps must be from 0 to 12") }
  }

  func run() throws {
    try Outcome.report {
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let options = ScoringOptions(threads: shared.work.threads)
      let (resolved, plan) = try PolicyFile.resolved(policy)
      if let by { _ = try GroupColumn.named(by, of: plan) }
      let population = try data.population(
        for: plan, threads: options.threads, progress: progress.show)
      let laboratory = FlipLaboratory(
        resolved, plan, population, options: options, progress: progress.show)
      let report = try report(laboratory, progress)
      progress.finish()
      try shared.print(
        text: FlipText(report, laboratory).text, json: FlipDocument(report, laboratory),
        csv: FlipTable.bytes(report, laboratory))
      try AnalysisFindings.complain(about: [laboratory.scored], files: [policy])
    }
  }

  private func report(_ laboratory: FlipLaboratory, _ progress: ProgressLine) throws -> FlipReport {
    let scored = laboratory.scored
    let options = FlipOptions(norm: norm, steps: steps)
    if let id {
      let subject = try NamedSubject.subject(id, in: scored)
      return .flips(
        of: [id], norm, try laboratory.flips(of: subject, options: options), notice: data.notice)
    }
    if pair.count == 2 {
      let subjects = try pair.map { try NamedSubject.subject($0, in: scored) }
      return .flips(
        of: pair, norm,
        try laboratory.flips(ofPair: subjects[0], subjects[1], options: options),
        notice: data.notice)
    }
    guard let by else {
      let intervals = try laboratory.intervals(progress: progress.show)
      return .intervals(by: nil, [(nil, intervals)], notice: data.notice)
    }
    return .intervals(
      by: by,
      try groups(by, scored).map { text, subjects in
        (text, try laboratory.intervals(watching: subjects, progress: progress.show))
      }, notice: data.notice)
  }

  /// The scored people with each text of a column, in the order of the texts' bytes.
  private func groups(
    _ by: String, _ scored: ScoredPopulation
  ) throws -> [(text: String, subjects: [Int])] {
    let population = scored.population
    guard let column = population.tables[0].column(named: by) else { throw Outcome.programFault }
    var groups: [Int32: [Int]] = [:]
    for (subject, code) in column.codes.enumerated() where !scored.isRejected(subject) {
      groups[code, default: []].append(subject)
    }
    return groups.map { code, subjects in
      (text: code < 0 ? "" : population.pool.text(of: code), subjects: subjects)
    }.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
  }
}

extension WeightNorm: ExpressibleByArgument {}
