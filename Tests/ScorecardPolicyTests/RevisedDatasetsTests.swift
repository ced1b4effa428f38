import AHP
import Diagnostics
import Foundation
import LocatedYAML
import ScorecardPolicy
import ScoringPlan
import SeededRandom
import TestSupport
import Testing

@Suite("Every policy, revised at random")
struct RevisedDatasetsTests {
  private static let folder = "Datasets/policies"

  /// The policies among the files of the schemes.
  private static let files: [String] = {
    let root = ProjectFiles.url(folder).path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    // Maps are no policies, and one policy is printed as it was found, with its fault.
    return names.filter { $0.hasSuffix(".yaml") }.sorted().filter { name in
      (try? PolicyTuning(contentsOf: "\(root)/\(name)").policy()) != nil
    }
  }()

  @Test("There are some dozens")
  func count() { #expect(Self.files.count >= 44) }

  @Test("reads back the same, with all its comments", arguments: files)
  func many(name: String) throws {
    let file = ProjectFiles.url("\(Self.folder)/\(name)").path
    let tuning = try PolicyTuning(contentsOf: file)
    var draft = try RandomRevision(tuning, seed: Self.seed(name))
    draft.changeNumbers(6)
    draft.changeWeighings()
    draft.change { $0.version = "next: 2" }
    let text = try tuning.text(revisedBy: draft.revision)
    try check(text, reads: draft.revision, over: tuning, file)
    guard try tuning.policy().basisFiles.isEmpty else { return }
    let yaml = try String(contentsOfFile: file, encoding: .utf8)
    #expect(Self.comments(in: text) == Self.comments(in: yaml))
    #expect(!text.hasPrefix("# Written out"))
  }

  @Test("changes one line for one number", arguments: files)
  func one(name: String) throws {
    let file = ProjectFiles.url("\(Self.folder)/\(name)").path
    let tuning = try PolicyTuning(contentsOf: file)
    guard try tuning.policy().basisFiles.isEmpty else { return }
    let yaml = try String(contentsOfFile: file, encoding: .utf8)
    for round in 0..<2 as Range<UInt64> {
      var draft = try RandomRevision(tuning, seed: Self.seed(name) &+ round)
      draft.changeNumbers(1)
      guard let number = draft.revision.numbers.first else { continue }
      let text = try tuning.text(revisedBy: draft.revision)
      let changed = TextDifference(from: yaml, to: text).lines.filter { $0.kind != .same }
      let isSet = tuning.text(at: number.key) != nil || changed.count == 2
      #expect(changed.map(\.kind) == (isSet ? [.removed, .added] : [.added]), "\(number)")
      try check(text, reads: draft.revision, over: tuning, file)
    }
  }

  @Test("written anew says the same", arguments: files)
  func anew(name: String) throws {
    let file = ProjectFiles.url("\(Self.folder)/\(name)")
    let kind = DocumentKind(name: "policy", firstKey: "policy")
    let node = try YAMLNode.parse(
      String(contentsOf: file, encoding: .utf8), file: name, kind: kind)
    #expect(
      try YAMLNode.parse(node.document, file: name, kind: kind).hasSameContent(as: node))
  }

  private func check(
    _ text: String, reads revision: PolicyRevision, over tuning: PolicyTuning, _ file: String
  ) throws {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let read = try ResolvedPolicy(PolicyReader.read(text, file: file, folder: folder).policy)
    let revised = try ResolvedPolicy(tuning.revised(by: revision).policy())
    #expect(Self.differences(Plan(read), Plan(revised)) == [])
    let leaves = { (resolved: ResolvedPolicy) in
      ([resolved.dimensionWeights] + resolved.measureWeights).flatMap(\.leaves)
    }
    for (one, other) in zip(leaves(read), leaves(revised)) {
      #expect(one.weights == other.weights)
      #expect(one.declaration?.matrix == other.declaration?.matrix)
      #expect(one.declaration?.method == other.declaration?.method)
      #expect(one.declaration?.randomIndex == other.declaration?.randomIndex)
    }
  }

  /// In what two plans are not the same.
  private static func differences(_ one: Plan, _ other: Plan) -> [String] {
    let parts = { (plan: Plan) -> [(String, String)] in
      Mirror(reflecting: plan).children.map { ($0.label ?? "", String(describing: $0.value)) }
    }
    return zip(parts(one), parts(other)).filter { $0.1 != $1.1 }.map(\.0.0)
  }

  private static func comments(in yaml: String) -> [String] {
    yaml.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("#") }
  }

  private static func seed(_ name: String) -> UInt64 {
    name.utf8.reduce(17) { $0 &* 31 &+ UInt64($1) }
  }
}

/// Changes drawn at random, of which each is kept only where the policy allows it.
private struct RandomRevision {
  let tuning: PolicyTuning
  let resolved: ResolvedPolicy
  private(set) var revision = PolicyRevision()
  private var generator: SplitMix64

  init(_ tuning: PolicyTuning, seed: UInt64) throws {
    self.tuning = tuning
    resolved = try ResolvedPolicy(tuning.policy())
    generator = SplitMix64(seed: seed)
  }

  mutating func change(_ change: (inout PolicyRevision) -> Void) {
    var changed = revision
    change(&changed)
    guard let policy = try? tuning.revised(by: changed).policy(),
      (try? ResolvedPolicy(policy)) != nil
    else { return }
    revision = changed
  }

  mutating func changeNumbers(_ count: Int) {
    let plan = Plan(resolved)
    let slots = plan.parameters.indices.filter { index in
      let path = plan.parameters[index].path
      let value = plan.values.values[index]
      return !value.isFinite
        || tuning.text(at: path) != nil && !path.contains(".weights.")
          && path != "scorecard.weights"
    }
    for _ in 0..<(slots.isEmpty ? 0 : count * 3) where revision.numbers.count < count {
      let slot = slots[generator.next(below: slots.count)]
      let value = plan.values.values[slot]
      let other = value.isFinite ? value * [1.01, 0.99, 1.5][generator.next(below: 3)] + 0 : 77
      let text = (value.isFinite && value == value.rounded() ? other.rounded() + 3 : other)
        .asWritten
      change { $0.numbers[plan.parameters[slot].path] = text }
    }
  }

  mutating func changeWeighings() {
    let dimensions = resolved.policy.scorecard.dimensions.map(\.name)
    let weighings =
      [("scorecard.weights", resolved.dimensionWeights)]
      + zip(dimensions, resolved.measureWeights).map { ("scorecard.dimensions.\($0).weights", $1) }
    for (path, weights) in weighings {
      let leaves =
        weights.column == nil
        ? [(path, weights)] : weights.choices.map { ("\(path).\($0.value)", $0.weights) }
      for (path, leaf) in leaves where leaf.labels.count > 1 { changeWeighing(path, leaf) }
    }
  }

  private mutating func changeWeighing(_ path: String, _ weights: ResolvedWeights) {
    let labels = weights.labels
    if weights.declaration == nil || generator.next(below: 3) == 0 {
      let parts = labels.map { _ in Double(1 + generator.next(below: 9)) }
      let sum = parts.reduce(0, +)
      change {
        $0.weights[path] = Dictionary(uniqueKeysWithValues: zip(labels, parts.map { $0 / sum }))
      }
      return
    }
    let first = generator.next(below: labels.count)
    let second = (first + 1 + generator.next(below: labels.count - 1)) % labels.count
    let text = ["1/3", "2", "5", "7/2"][generator.next(below: 4)]
    let method = PriorityMethod.allCases[generator.next(below: PriorityMethod.allCases.count)]
    let index = RandomIndex.all[generator.next(below: RandomIndex.all.count)]
    guard let judgement = try? Judgement(text) else { return }
    change {
      $0.judgements.append(
        TunedJudgement(
          weights: path, row: labels[first], column: labels[second], judgement: judgement))
      $0.methods[path] = method
    }
    change { $0.randomIndices[path] = index }
  }
}
