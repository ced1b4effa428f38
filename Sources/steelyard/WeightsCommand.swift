import AHP
import ArgumentParser
import Diagnostics

struct WeightsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weights",
    abstract: "Computes weights and consistency of pairwise judgements.",
    discussion: """
      The file is a square CSV (labels along the top and down the side) or a panel CSV \
      (respondent,row,column,judgement, optionally weight and set). A square one, where an empty \
      cell is the reciprocal of the one across the diagonal:

        ,price,speed,range
        price,1,3,5
        speed,,1,2
        range,,,1

      Examples:
        steelyard weights matrix.csv --method geometric-mean
        steelyard weights matrix.csv --method all
      """)

  @Argument(help: "The judgement file.")
  var file: String

  @Option(
    help:
      "How weights are derived: \(PriorityMethod.allCases.map(\.rawValue).joined(separator: ", ")); or all, beside each other."
  )
  var method: MethodChoice = .one(.eigenvector)

  @Option(
    name: .customLong("random-index"),
    help:
      "The random index for the consistency ratio: \(RandomIndex.all.map(\.name).joined(separator: ", "))."
  )
  var randomIndex: RandomIndex = .saaty1980

  @Option(help: "The set of judgements, where a panel file holds several.")
  var set: String?

  @Flag(
    help:
      "Also every index of inconsistency, the ratio by every random index, each judgement beside the others, and three-way cycles."
  )
  var details = false

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if details, method == .all {
      throw ValidationError(
        "--details goes with one method: implied values and errors are those of its weights")
    }
  }

  func run() throws {
    try Outcome.report {
      let judgements = try JudgementFile.read(file)
      let sets = try chosenSets(of: judgements)
      var findings = judgements.findings
      for (index, set) in sets.enumerated() {
        if index > 0, format == .text { Terminal.print("") }
        findings += try show(set).findings(
          of: set.name.map { "the judgements of set \($0)" } ?? "the judgements")
      }
      Terminal.complain(findings)
      if !findings.isEmpty { throw Outcome.findings }
    }
  }

  /// Prints what one set of judgements says, and returns its analysis, which is that by the eigenvector
  /// where all methods are asked for.
  private func show(_ set: JudgementSet) throws -> JudgementAnalysis {
    let matrix = set.aggregatedJudgements()
    switch method {
    case .one(let method):
      let analysis = try JudgementAnalysis(matrix, method: method, randomIndex: randomIndex)
      switch format {
      case .json:
        let details = details ? DetailsDocument(analysis, of: matrix) : nil
        Terminal.print(try OutputFormat.json(WeightsDocument(analysis, details: details)))
      case .text:
        Terminal.print(WeightsText.text(analysis, set: set, file: file))
        if details { Terminal.print("\n" + DetailsText.text(analysis, of: matrix)) }
      }
      return analysis
    case .all:
      let comparison = try PriorityComparison(matrix, randomIndex: randomIndex)
      switch format {
      case .json: Terminal.print(try OutputFormat.json(MethodsDocument(comparison)))
      case .text:
        Terminal.print(WeightsText.heading(of: set, file: file))
        Terminal.print("weights by every method:\n" + MethodsText.text(comparison))
      }
      return try JudgementAnalysis(matrix, randomIndex: randomIndex)
    }
  }

  private func chosenSets(of judgements: JudgementFile) throws -> [JudgementSet] {
    let names = judgements.sets.compactMap(\.name)
    if let set {
      if let chosen = judgements.set(named: set) { return [chosen] }
      let hint =
        Spelling.didYouMean(set, among: names)
        ?? (names.isEmpty
          ? "it holds one set without a name" : "its sets are \(names.joined(separator: ", "))")
      throw ValidationError("\(file) has no set \"\(set)\"; \(hint)")
    }
    if format == .json, judgements.sets.count > 1 {
      throw ValidationError(
        "\(file) holds several sets; name one by --set: \(names.joined(separator: ", "))")
    }
    return judgements.sets
  }
}

extension RandomIndex: ExpressibleByArgument {
  /// The random index of that name.
  public init?(argument: String) {
    guard let index = RandomIndex.named(argument) else { return nil }
    self = index
  }

  /// The name, for the help.
  public var defaultValueDescription: String { name }

  /// The names, for the help and for messages.
  public static var allValueStrings: [String] { all.map(\.name) }
}
