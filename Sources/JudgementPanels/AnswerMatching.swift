import AHP
import Diagnostics

/// Finds for each set of each file of answers what it is in the whole.
struct AnswerMatching {
  /// The answers to one set.
  private struct Part {
    let set: JudgementSet
    let names: [String: String]
  }

  private var order: [(name: String?, labels: [String], isNeeded: Bool)] = []
  private var parts: [String?: [Part]] = [:]
  private let respondents: [String]
  private(set) var diagnostics: [Diagnostic] = []

  /// Answers to a questionnaire.
  init(_ questionnaire: Questionnaire, _ answers: [PanelAnswers]) {
    respondents = Self.names(answers)
    order = questionnaire.sets.map { ($0.name, $0.items.map(\.name), $0.isNeeded) }
    for answer in answers {
      for set in answer.sets {
        let only = set.name == nil && questionnaire.sets.count == 1
        guard let asked = only ? questionnaire.sets[0] : questionnaire.set(named: set.name ?? "")
        else {
          diagnostics.append(Self.unknownSet(set, questionnaire))
          continue
        }
        take(set, as: asked.name, labels: asked.items.map(\.name)) { asked.name(for: $0) }
      }
    }
    reportUnanswered()
  }

  /// Answers to a questionnaire that is not at hand: what most of its labels know is right.
  init(_ answers: [PanelAnswers]) {
    respondents = Self.names(answers)
    for answer in answers {
      for set in answer.sets where !order.contains(where: { $0.name == set.name }) {
        let same = answers.flatMap(\.sets).filter { $0.name == set.name }
        let most = same.map(\.labels.count).max() ?? 0
        order.append((set.name, same.first { $0.labels.count == most }?.labels ?? [], true))
      }
    }
    for answer in answers {
      let names = Set(answer.sets.map(\.name))
      let shares = answers.contains { other in
        other.file != answer.file && other.sets.contains { names.contains($0.name) }
      }
      if answers.count > 1, !shares {
        diagnostics.append(Self.strange(answer))
        continue
      }
      for set in answer.sets {
        let labels = order.first { $0.name == set.name }?.labels ?? []
        take(set, as: set.name, labels: labels) { labels.contains($0) ? $0 : nil }
      }
    }
    reportUnanswered()
  }

  /// The sets of the whole, in its order.
  ///
  /// - Throws: the pairs that nobody has compared.
  mutating func merged() throws(DiagnosedFailure) -> [JudgementSet] {
    var (sets, faults): ([JudgementSet], [Diagnostic]) = ([], [])
    for asked in order {
      guard let parts = parts[asked.name] else { continue }
      do throws(DiagnosedFailure) {
        sets.append(
          try JudgementSet.merging(
            parts.map { ($0.set, $0.names) }, name: asked.name, labels: asked.labels))
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw DiagnosedFailure(diagnostics + faults) }
    return sets
  }

  private static func names(_ answers: [PanelAnswers]) -> [String] {
    var seen: Set<String> = []
    return answers.flatMap(\.respondents).map(\.name).filter { seen.insert($0).inserted }
  }

  private mutating func take(
    _ set: JudgementSet, as name: String?, labels: [String], _ find: (String) -> String?
  ) {
    var names: [String: String] = [:]
    var owners: [String: String] = [:]
    for label in set.labels {
      guard let found = find(label) else {
        diagnostics.append(Self.unknownLabel(label, set, labels))
        continue
      }
      names[label] = found
      if let earlier = owners.updateValue(label, forKey: found) {
        diagnostics.append(Self.sameThing(label, earlier, set))
      }
    }
    parts[name, default: []].append(Part(set: set, names: names))
  }

  /// Says which respondents have left sets or pairs open.
  private mutating func reportUnanswered() {
    guard !diagnostics.hasErrors else { return }
    for asked in order {
      let place = asked.name.map { "set \"\($0)\"" } ?? "the set"
      var counts: [String: Int] = [:]
      for respondent in (parts[asked.name] ?? []).flatMap(\.set.respondents) {
        counts[respondent.name ?? "", default: 0] += respondent.comparedCount
      }
      if counts.isEmpty {
        if asked.isNeeded { diagnostics.append(Self.unansweredSet(place)) }
        continue
      }
      let all = asked.labels.count * (asked.labels.count - 1) / 2
      for name in respondents {
        let count = counts[name] ?? 0
        guard count < all else { continue }
        diagnostics.append(
          Diagnostic(
            .finding, code: "judgement.partly-answered",
            count == 0
              ? "\(name) has not answered \(place)"
              : "\(name) has compared \(count) of the \(all) pairs of \(place)",
            suggestion: "ask \(name) for the rest; the others' judgements count without it"))
      }
    }
  }

  private static func unansweredSet(_ place: String) -> Diagnostic {
    Diagnostic(
      .finding, code: "judgement.partly-answered", "nobody has answered \(place)",
      suggestion: "ask for it; the policy needs its weights")
  }

  private static func unknownSet(_ set: JudgementSet, _ asked: Questionnaire) -> Diagnostic {
    let names = asked.sets.map(\.name)
    return Diagnostic(
      code: "judgement.unknown-set", at: set.respondents.first?.location,
      set.name.map { "the questionnaire of \(asked.policy) has no set \"\($0)\"" }
        ?? "the questionnaire of \(asked.policy) has several sets, and nothing says which this is",
      notes: ["its sets are \(names.joined(separator: ", "))"],
      suggestion: set.name.flatMap { Spelling.didYouMean($0, among: names) }
        ?? "take the file out if it answers another policy's questionnaire")
  }

  private static func strange(_ answers: PanelAnswers) -> Diagnostic {
    let names = answers.sets.map { $0.name.map { "\"\($0)\"" } ?? "without a name" }
    return Diagnostic(
      code: "judgement.unknown-set", at: answers.sets.first?.respondents.first?.location,
      "no other file answers a set of this one: \(names.joined(separator: ", "))",
      suggestion: "take it out if it answers another questionnaire, or name the policy by --policy")
  }

  private static func unknownLabel(
    _ label: String, _ set: JudgementSet, _ labels: [String]
  ) -> Diagnostic {
    let place = set.name.map { " in set \"\($0)\"" } ?? ""
    return Diagnostic(
      code: "judgement.unknown-label", at: set.respondents.first?.location,
      "there is no label \"\(label)\"\(place)",
      notes: ["the labels are \(labels.joined(separator: ", "))"],
      suggestion: Spelling.didYouMean(label, among: labels)
        ?? "name the policy by --policy if some files have names and others titles")
  }

  private static func sameThing(
    _ label: String, _ earlier: String, _ set: JudgementSet
  ) -> Diagnostic {
    Diagnostic(
      code: "judgement.label-twice", at: set.respondents.first?.location,
      "\"\(earlier)\" and \"\(label)\" are the same thing",
      suggestion: "use one of the two throughout the file")
  }
}
