import AHP
import Diagnostics
import Foundation
import JudgementPanels
import JudgementReading
import LocatedYAML

// Reading judgements, written inline or in a file.
extension PolicyReader {
  /// What judgements say before their gaps are filled, and how they are to become weights.
  struct GivenJudgements {
    let matrix: IncompleteMatrix
    /// Those of a judgement file who count; nil without a file.
    let respondents: JudgementSet?
    let options: PanelOptions
    /// The method and random index that are named, and not those that are usual.
    let method: PriorityMethod?
    let randomIndex: RandomIndex?
    let completion: CompletionMethod?
  }

  /// The judgements of some items, in the policy or in a file; nil when they are at fault.
  mutating func judgements(
    _ node: YAMLNode, of items: [WeightedItem], path: String
  ) -> JudgementsDeclaration? {
    guard let fields = fields(of: node, path: path, keys: Self.judgementKeys),
      let given = givenJudgements(node, fields, of: items, path: path)
    else { return nil }
    let matrixGiven = tuned(given.matrix, path: path)
    guard let (matrix, completed) = completed(matrixGiven, given.completion, node, path: path)
    else { return nil }
    let respondents = given.respondents
    return JudgementsDeclaration(
      matrix: matrix, completion: given.completion, completed: completed,
      panel: given.options.aggregation == .priorities ? respondents : nil,
      panelLabels: respondents.map { labels(of: $0, items) } ?? [], respondents: respondents,
      method: given.method ?? completed?.method.priorityMethod ?? .eigenvector,
      randomIndex: given.options.randomIndex,
      incompleteRandomIndex: given.randomIndex.flatMap { .scaled($0, matrixGiven.graph) },
      maximumConsistencyRatio: given.options.maximumRatio,
      file: fields["file"]?.text.map(judgementPath),
      set: fields["file"] == nil ? nil : fields["set"]?.text, panelOptions: given.options,
      path: path, location: node.location)
  }

  /// The judgements of some items as they stand in the policy or in a file, under the items' names and
  /// in their order; nil when they are at fault.
  mutating func givenJudgements(
    _ node: YAMLNode, _ fields: [String: YAMLNode], of items: [WeightedItem], path: String
  ) -> GivenJudgements? {
    if fields["judgements"] != nil, fields["file"] != nil {
      report(
        node, path, "policy.shape", "weights come from judgements: or from file:, not both",
        suggestion: "take one of the two out")
      return nil
    }
    let method = choice(
      fields["method"], among: PriorityMethod.allCases.map(\.rawValue), path: join(path, "method")
    ).flatMap(PriorityMethod.init)
    let randomIndex = choice(
      fields["random_index"], among: RandomIndex.all.map(\.name), path: join(path, "random_index")
    ).flatMap(RandomIndex.named)
    let maximum = self.maximumRatio(fields, path: path)
    let completion = choice(
      fields["incomplete"], among: CompletionMethod.allCases.map(\.rawValue),
      path: join(path, "incomplete")
    ).flatMap(CompletionMethod.init)
    // A method that is misspelt is a fault of its own, and the gaps are not another.
    let gaps: JudgementGaps = fields["incomplete"] == nil ? .refused : .allowed
    let usual = PanelOptions(
      method: method ?? .eigenvector, randomIndex: randomIndex ?? .saaty1980, maximumRatio: maximum)
    let options =
      fields["file"] == nil ? usual : panelOptions(fields, usual, path: path)
    let (matrix, respondents) =
      fields["file"].map { judgementFile($0, fields, of: items, options, gaps, path: path) }
      ?? (
        inlineMatrix(
          fields["judgements"], fields, of: items, gaps, path: path, parent: node), nil
      )
    return matrix.map {
      GivenJudgements(
        matrix: $0, respondents: respondents, options: options, method: method,
        randomIndex: randomIndex, completion: completion)
    }
  }

  /// The judgements with those replaced that are tuned.
  private func tuned(_ given: IncompleteMatrix, path: String) -> IncompleteMatrix {
    tunedJudgements.filter { $0.weights == path }.reduce(given) { matrix, tuned in
      matrix.replacing(tuned.row, tuned.column, with: tuned.judgement) ?? matrix
    }
  }

  /// The matrix with its gaps filled, and what was filled; nil when that leads out of range.
  private mutating func completed(
    _ given: IncompleteMatrix, _ completion: CompletionMethod?, _ node: YAMLNode, path: String
  ) -> (matrix: PairwiseComparisonMatrix, completed: CompletedMatrix?)? {
    if let matrix = given.complete { return (matrix, nil) }
    do throws(DiagnosedFailure) {
      let completed = try CompletedMatrix(given, method: completion ?? .lambdaOptimal)
      return (completed.matrix, completed)
    } catch {
      add(error.diagnostics, path: path, fallback: node.location)
      return nil
    }
  }

  private mutating func maximumRatio(_ fields: [String: YAMLNode], path: String) -> Double {
    let key = "maximum_consistency_ratio"
    guard let node = fields[key], let value = number(node, path: join(path, key)) else {
      return 0.1
    }
    if value <= 0 {
      report(
        node, join(path, key), "policy.bounds", "the largest ratio allowed must be above 0",
        suggestion: "write 0.1, the usual one, or leave it out")
    }
    return value
  }

  private mutating func inlineMatrix(
    _ node: YAMLNode?, _ fields: [String: YAMLNode], of items: [WeightedItem],
    _ gaps: JudgementGaps, path: String, parent: YAMLNode
  ) -> IncompleteMatrix? {
    for key in ["set", "aggregate", "maximum_respondent_ratio", "weigh_respondents"] {
      guard let misplaced = fields[key] else { continue }
      report(
        misplaced, join(path, key), "policy.misplaced", "\(key) is for judgement files",
        suggestion: "take it out; it goes with file:")
    }
    guard let node, let elements = node.elements else {
      report(
        node ?? parent, path, "policy.shape",
        node.map { "judgements must be a list of triples, not \($0.kind)" }
          ?? "nothing stands after the key that should hold judgements",
        suggestion: "write each as - [financial, customer, 2]")
      return nil
    }
    if elements.allSatisfy({ $0.elements == nil }) {
      report(
        node, path, "policy.shape", "judgements must be a list of triples, not a list of values",
        suggestion: "write each as - [financial, customer, 2]")
      return nil
    }
    let comparisons = elements.compactMap { comparison($0, of: items, path: path) }
    guard comparisons.count == elements.count else { return nil }
    let (matrix, found) = JudgementComparison.incompleteMatrix(
      labels: items.map(\.name), comparisons: comparisons, at: node.location,
      gaps: gaps)
    add(found, path: path)
    return matrix
  }

  private mutating func comparison(
    _ node: YAMLNode, of items: [WeightedItem], path: String
  ) -> JudgementComparison? {
    guard let (row, column, text) = triple(node, path: path, example: "[financial, customer, 2]")
    else { return nil }
    return JudgementComparison(
      row: WeightedItem.name(for: row, among: items) ?? row,
      column: WeightedItem.name(for: column, among: items) ?? column, text: text,
      at: node.changedPart.location)
  }

  // MARK: Judgement files

  private mutating func judgementFile(
    _ node: YAMLNode, _ fields: [String: YAMLNode], of items: [WeightedItem],
    _ options: PanelOptions, _ gaps: JudgementGaps, path: String
  ) -> (IncompleteMatrix?, JudgementSet?) {
    guard let name = text(node, path: join(path, "file")) else { return (nil, nil) }
    if awaitsJudgements, !FileManager.default.fileExists(atPath: judgementPath(name)) {
      return (equalMatrix(items), nil)
    }
    guard let whole = judgementSet(node, set: fields["set"], gaps: gaps, path: path),
      let set = counted(whole, options, path: path),
      let names = itemNames(of: set, among: items, node, path: path)
    else { return (nil, nil) }
    let matrix = set.aggregatedIncompleteMatrix().relabelled(names).reordered(items.map(\.name))
    return (matrix, set)
  }

  /// Everything as important as anything else.
  private func equalMatrix(_ items: [WeightedItem]) -> IncompleteMatrix? {
    guard !items.isEmpty else { return nil }
    let count = items.count * (items.count - 1) / 2
    return IncompleteMatrix(
      PairwiseComparisonMatrix(
        labels: items.map(\.name), upperTriangle: (0..<count).map { _ in .equal }))
  }
}
