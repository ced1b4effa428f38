import AHP
import Diagnostics
import ScorecardPolicy

/// What a browser says is other than in the policy: numbers as policies write them, by their paths.
struct DraftChanges: Decodable, Hashable, Sendable {
  /// By the path of a number its text.
  var numbers: [String: String] = [:]
  /// By the path of weights, then the row and the column, a judgement's text.
  var judgements: [String: [String: [String: String]]] = [:]
  /// By the path of weights what each label weighs, instead of judgements.
  var weights: [String: [String: Double]] = [:]
  /// By the path of weights the method's name.
  var methods: [String: String] = [:]
  /// By the path of weights the name of a random index.
  var randomIndices: [String: String] = [:]

  private enum CodingKeys: CodingKey {
    case numbers, judgements, weights, methods, randomIndices
  }

  init() {}

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    numbers = try values.decodeIfPresent([String: String].self, forKey: .numbers) ?? [:]
    judgements =
      try values.decodeIfPresent([String: [String: [String: String]]].self, forKey: .judgements)
      ?? [:]
    weights = try values.decodeIfPresent([String: [String: Double]].self, forKey: .weights) ?? [:]
    methods = try values.decodeIfPresent([String: String].self, forKey: .methods) ?? [:]
    randomIndices =
      try values.decodeIfPresent([String: String].self, forKey: .randomIndices) ?? [:]
  }

  /// Whether the policy stays as it is.
  var isEmpty: Bool { self == DraftChanges() }

  /// The changes as a revision of the policy.
  ///
  /// - Throws: `DiagnosedFailure` where a judgement, a method or a random index is none.
  func revision(version: String? = nil) throws(DiagnosedFailure) -> PolicyRevision {
    var tuned: [TunedJudgement] = []
    var faults: [Diagnostic] = []
    for (path, row, column, text) in judgementTexts {
      do {
        tuned.append(
          TunedJudgement(weights: path, row: row, column: column, judgement: try Judgement(text)))
      } catch {
        faults.append(
          Diagnostic(
            code: "judgements.value", path: "\(path).judgements.\(row).\(column)",
            "\"\(text)\" is no judgement", notes: ["\(error)"],
            suggestion: "write a number from 1 to 9, or one over it, such as 3 or 1/3"))
      }
    }
    let methods = named(methods, "method", PriorityMethod.allCases.map(\.rawValue), &faults) {
      PriorityMethod(rawValue: $0)
    }
    let indices = named(randomIndices, "random_index", RandomIndex.all.map(\.name), &faults) {
      RandomIndex.named($0)
    }
    if !faults.isEmpty { throw DiagnosedFailure(faults) }
    return PolicyRevision(
      numbers: numbers, judgements: tuned, weights: weights, methods: methods,
      randomIndices: indices, version: version)
  }

  /// The judgements in an order that does not depend on how they were sent.
  var judgementTexts: [(path: String, row: String, column: String, text: String)] {
    judgements.sorted { $0.key < $1.key }.flatMap { path, rows in
      rows.sorted { $0.key < $1.key }.flatMap { row, columns in
        columns.sorted { $0.key < $1.key }.map { (path, row, $0.key, $0.value) }
      }
    }
  }

  private func named<Value>(
    _ names: [String: String], _ key: String, _ all: [String], _ faults: inout [Diagnostic],
    _ value: (String) -> Value?
  ) -> [String: Value] {
    var values: [String: Value] = [:]
    for (path, name) in names.sorted(by: { $0.key < $1.key }) {
      values[path] = value(name)
      if values[path] == nil {
        faults.append(
          Diagnostic(
            code: "policy.unknown-name", path: "\(path).\(key)", "there is no \(key) \"\(name)\"",
            suggestion: Spelling.didYouMean(name, among: all) ?? "there are "
              + all.joined(separator: ", ")))
      }
    }
    return values
  }
}
