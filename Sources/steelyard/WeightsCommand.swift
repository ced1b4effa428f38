import AHP
import ArgumentParser
import Diagnostics
import JudgementPanels

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

      Example:
        steelyard weights matrix.csv --method geometric-mean
      """)

  @Argument(help: "The judgement file.")
  var file: String

  @Option(
    help:
      "How weights are derived: \(PriorityMethod.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var method: PriorityMethod = .eigenvector

  @Option(
    name: .customLong("random-index"),
    help:
      "The random index for the consistency ratio: \(RandomIndex.all.map(\.name).joined(separator: ", "))."
  )
  var randomIndex: RandomIndex = .saaty1980

  @Option(help: "The set of judgements, where a panel file holds several.")
  var set: String?

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    try Outcome.report {
      let judgements = try JudgementFile.read(file)
      let sets = try chosenSets(of: judgements)
      var findings = judgements.findings
      for (index, set) in sets.enumerated() {
        let analysis = try JudgementAnalysis(
          set.aggregatedJudgements(), method: method, randomIndex: randomIndex)
        findings += analysis.findings(
          of: set.name.map { "the judgements of set \($0)" } ?? "the judgements")
        let panel = try respondents(of: set)
        switch format {
        case .json: Terminal.print(try OutputFormat.json(WeightsDocument(analysis, panel)))
        case .text:
          if index > 0 { Terminal.print("") }
          Terminal.print(WeightsText.text(analysis, set: set, file: file))
          if let panel { Terminal.print("\n\(RespondentText.table(panel))") }
        }
      }
      Terminal.complain(findings)
      if !findings.isEmpty { throw Outcome.findings }
    }
  }

  /// The respondents beside their group, where the file names them.
  private func respondents(of set: JudgementSet) throws -> PanelAnalysis? {
    guard set.respondents.contains(where: { $0.name != nil }) else { return nil }
    return try PanelAnalysis(set, PanelOptions(method: method, randomIndex: randomIndex))
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

extension PriorityMethod: ExpressibleByArgument {}

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
