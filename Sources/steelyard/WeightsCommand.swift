import AHP
import ArgumentParser
import DataWeights
import Diagnostics
import JudgementImports

struct WeightsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weights",
    abstract: "Computes weights and consistency of pairwise judgements, or weights from data.",
    discussion: """
      The file is a square CSV (labels along the top and down the side) or a panel CSV \
      (respondent,row,column,judgement, optionally weight and set). A square one, where an empty \
      cell is the reciprocal of the one across the diagonal:

        ,price,speed,range
        price,1,3,5
        speed,,1,2
        range,,,1

      With --data the file is a policy, and its measures are weighed by how the scores differ that \
      the data give.

      Examples:
        steelyard weights matrix.csv --method geometric-mean
        steelyard weights matrix.csv --method all
        steelyard weights matrix.csv --incomplete lambda-optimal
        steelyard weights policy.yaml --data DIR --method entropy --output weights.yaml
      """)

  @Argument(help: "The judgement file, or with --data the policy.")
  var file: String

  @Option(
    help:
      "How weights are derived: \(PriorityMethod.allCases.map(\.rawValue).joined(separator: ", ")); with --data \(DataWeightMethod.allCases.map(\.rawValue).joined(separator: ", ")); or all, beside each other. eigenvector, unless judgements are completed by another method's own."
  )
  var method: MethodChoice?

  @Option(
    name: .customLong("random-index"),
    help:
      "The random index for the consistency ratio: \(RandomIndex.all.map(\.name).joined(separator: ", ")). (default: saaty-1980; where pairs are missing, the one simulated for the comparisons made)"
  )
  var randomIndex: RandomIndex?

  @Option(
    help:
      "How pairs that nobody compared are completed: \(CompletionMethod.allCases.map(\.rawValue).joined(separator: ", ")). Without it lambda-optimal, and a finding says so."
  )
  var incomplete: CompletionMethod?

  @Flag(
    name: .customLong("table-random-index"),
    help: "Where pairs are missing, take the random index from the table agoston-csato-2022."
  )
  var tableRandomIndex = false

  @Option(
    help:
      "Read the judgements on another scale: \(JudgementScale.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var scale: JudgementScale?

  @Option(
    help: ArgumentHelp(
      "The program that the judgements were written for, where the file does not tell: \(ForeignFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "program"))
  var from: ForeignFormat?

  @Option(help: "The set of judgements, where a panel file holds several.")
  var set: String?

  @Flag(
    help:
      "Also every index of inconsistency, the ratio by every random index, each judgement beside the others, and three-way cycles."
  )
  var details = false

  @OptionGroup var data: DataOptions

  @OptionGroup var dataWeights: DataWeightOptions

  @Option(
    help: "What standard output carries: text or json; with --data csv, and latex of all methods.")
  var format: WeightsFormat = .text

  private var readsData: Bool {
    data.folder != nil || !data.tables.isEmpty || data.corrections != nil
  }

  func validate() throws {
    if readsData {
      if case .one = method {
        throw ValidationError(
          "--data goes with --method "
            + DataWeightMethod.allCases.map(\.rawValue).joined(separator: ", ")
            + " or all; the weights of a policy's judgements are printed by check")
      }
      if method == .all, dataWeights.output != nil || dataWeights.combine != nil {
        throw ValidationError("--output and --combine go with one method")
      }
      if details { throw ValidationError("--details is about judgements, and --data about scores") }
      return
    }
    if case .data(let method) = method {
      throw ValidationError("--method \(method.rawValue) needs the policy's data: give --data DIR")
    }
    if let option = dataWeights.given { throw ValidationError("\(option) goes with --data") }
    if !format.isForJudgements {
      throw ValidationError("--format \(format.rawValue) goes with --data")
    }
    if details, method == .all {
      throw ValidationError(
        "--details goes with one method: implied values and errors are those of its weights")
    }
    if tableRandomIndex, randomIndex != nil {
      throw ValidationError("--random-index and --table-random-index exclude each other")
    }
  }

  func run() throws {
    try Outcome.report {
      if readsData { return try weighFromData() }
      let judgements = try ImportedJudgements.read(file, from: from, gaps: .allowed)
      let job = JudgementWeightsJob(
        file: file, method: method?.method, comparesMethods: method == .all,
        randomIndex: randomIndex, incomplete: incomplete, tableRandomIndex: tableRandomIndex,
        scale: scale, details: details, format: format)
      var findings = judgements.findings
      for (index, set) in try chosenSets(of: judgements).enumerated() {
        if index > 0, format == .text { Terminal.print("") }
        findings += try job.run(set)
      }
      Terminal.complain(findings)
      if !findings.isEmpty { throw Outcome.findings }
    }
  }

  private func weighFromData() throws {
    let job = DataWeightsJob(policy: file, data: data, options: dataWeights, format: format)
    if case .data(let method) = method { try job.run(method) } else { try job.run(nil) }
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

extension CompletionMethod: ExpressibleByArgument {}

extension JudgementScale: ExpressibleByArgument {}

extension ForeignFormat: ExpressibleByArgument {}

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
