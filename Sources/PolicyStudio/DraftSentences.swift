import AHP
import AnalysisReport
import PolicyAnalysis
import ScorecardPolicy

/// One change of a draft as a sentence, and where it stands among the changes.
struct DraftSentence: Encodable, Sendable {
  /// Which of the changes it is: `numbers`, `judgements`, `weights`, `methods` or `randomIndices`.
  let kind: String
  let path: String
  /// Of a judgement its row and column.
  let row: String?
  let column: String?
  let en: String?
  let zh: String?

  init(_ kind: String, _ path: String, row: String? = nil, column: String? = nil, _ text: PageText)
  {
    (self.kind, self.path, self.row, self.column) = (kind, path, row, column)
    (en, zh) = (text.en, text.zh)
  }
}

/// Puts the changes of a draft into sentences.
struct DraftSentences {
  private let basis: VariablePolicy
  private let labels: NumberLabels
  private let leaves: [String: WeighingTree.Leaf]

  init(_ basis: VariablePolicy) {
    self.basis = basis
    labels = NumberLabels(basis.resolved.policy)
    leaves = Dictionary(
      WeighingTree(basis.resolved).leaves.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one }
    )
  }

  /// Judgements first, then what weights come from, then numbers; each in the order of the paths.
  func sentences(_ changes: DraftChanges, _ draft: ResolvedPolicy) -> [DraftSentence] {
    let judgements = changes.judgementTexts.map { change in
      let path = "\(change.path).judgements.\(change.row).\(change.column)"
      return DraftSentence(
        "judgements", change.path, row: change.row, column: change.column,
        self.change(labels.label(at: path), from: judgement(change), to: change.text))
    }
    let weights = changes.weights.keys.sorted().map { path in
      DraftSentence("weights", path, self.weights(path, changes.weights[path] ?? [:]))
    }
    let methods = changes.methods.sorted { $0.key < $1.key }.map { path, name in
      DraftSentence("methods", path, method(path, PriorityMethod(rawValue: name)))
    }
    let indices = changes.randomIndices.sorted { $0.key < $1.key }.map { path, name in
      DraftSentence("randomIndices", path, randomIndex(path, name))
    }
    let numbers = changes.numbers.sorted { $0.key < $1.key }.map { path, text in
      DraftSentence("numbers", path, number(path, text))
    }
    return judgements + weights + methods + indices + numbers
  }

  private func change(_ label: PageText, from before: String?, to after: String) -> PageText {
    .joined(
      [label], { "\($0[0]): \(before ?? "not set") → \(after)" },
      { "\($0[0])：\(before ?? "未设") → \(after)" })
  }

  private func judgement(
    _ change: (path: String, row: String, column: String, text: String)
  ) -> String? {
    guard let matrix = leaves[change.path]?.resolved.declaration?.matrix,
      let row = matrix.labels.firstIndex(of: change.row),
      let column = matrix.labels.firstIndex(of: change.column)
    else { return nil }
    return matrix.judgement(row, column).text
  }

  private func number(_ path: String, _ text: String) -> PageText {
    let number = basis.number(at: path)
    let unit = number?.unit.flatMap { UnitText($0).text }
    let plain = change(
      labels.label(at: path), from: number?.value == nil ? nil : number?.text, to: text)
    guard let unit else { return plain }
    return .joined([plain, unit], { "\($0[0]) \($0[1])" }, { "\($0[0]) \($0[1])" })
  }

  private func whole(_ path: String) -> PageText {
    labels.weighing(at: path, text: leaves[path]?.text)
  }

  private func weights(_ path: String, _ weights: [String: Double]) -> PageText {
    let dimension = NumberLabels.dimension(in: path)
    let parts = (leaves[path]?.resolved.labels ?? weights.keys.sorted()).map { name in
      let percent = ((weights[name] ?? 0) * 1e4).rounded() / 1e2
      return PageText.joined(
        [labels.item(name, in: dimension)], { "\($0[0]) \(percent.asWritten) %" },
        { "\($0[0]) \(percent.asWritten)%" })
    }
    return .joined(
      [whole(path)] + parts,
      { "Weights of \($0[0]) set directly: \($0.dropFirst().joined(separator: ", "))" },
      { "\($0[0])的权重直接设定：\($0.dropFirst().joined(separator: "，"))" })
  }

  private func method(_ path: String, _ method: PriorityMethod?) -> PageText {
    let before = leaves[path]?.resolved.declaration?.method.title ?? PageText("", "")
    return .joined(
      [whole(path), method?.title ?? PageText("", ""), before],
      { "Weights of \($0[0]) by \($0[1]) instead of \($0[2])" },
      { "\($0[0])的权重由\($0[2])改为\($0[1])" })
  }

  private func randomIndex(_ path: String, _ name: String) -> PageText {
    let before = leaves[path]?.resolved.declaration?.randomIndex.name ?? ""
    return .joined(
      [whole(path)],
      { "Consistency of \($0[0]) by the random index \(name) instead of \(before)" },
      { "\($0[0])的一致性所用随机指标由 \(before) 改为 \(name)" })
  }
}
