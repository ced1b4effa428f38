import AHP
import Diagnostics
import Foundation
import JudgementReading
import LocatedYAML

/// Lays changes over a policy's nodes, and collects what is wrong with them.
///
/// Only what the reader cannot see is found here: a path where nothing stands, or a change that contradicts
/// another. Whether numbers are within bounds, weights add up and labels are known is for the reader of the
/// nodes to say.
struct PolicyReviser {
  /// The nodes, with the changes made so far.
  private(set) var root: YAMLNode
  /// What is wrong with the changes.
  var diagnostics: [Diagnostic] = []
  /// The folder that judgement files are named relative to.
  let folder: String

  init(_ root: YAMLNode, folder: String) {
    (self.root, self.folder) = (root, folder)
  }

  /// Makes every change of a revision.
  mutating func apply(_ revision: PolicyRevision) {
    for (path, number) in revision.numbers.sorted(by: { $0.key < $1.key }) {
      replaceNumber(at: path, with: number)
    }
    checkContradictions(revision)
    for (path, weights) in revision.weights.sorted(by: { $0.key < $1.key }) {
      revise(path) { place, _ in place.node.weighing(place.items, by: weights) }
    }
    for path in Set(revision.judgements.map(\.weights)).sorted() {
      let judgements = revision.judgements.filter { $0.weights == path }
      revise(path) { place, reviser in reviser.judged(place, judgements) }
    }
    for (path, method) in revision.methods.sorted(by: { $0.key < $1.key }) {
      setOption("method", to: method.rawValue, at: path)
    }
    for (path, index) in revision.randomIndices.sorted(by: { $0.key < $1.key }) {
      setOption("random_index", to: index.name, at: path)
    }
    if let version = revision.version { setVersion(version) }
  }

  // MARK: Numbers

  mutating func replaceNumber(at path: String, with number: String) {
    let number = number.trimmingCharacters(in: .whitespaces)
    guard NumberLiteral.parseSigned(number) != nil else {
      report(
        "policy.number", path, "\"\(number)\" is not a number",
        suggestion: "write it as 0.8, 5%, 30万 or 1500元, without thousands separators")
      return
    }
    guard let tuned = root.tuned(path.split(separator: ".").map(String.init)[...], number) else {
      report("scenario.unknown-path", path, "the policy has no number at \(path)")
      return
    }
    root = tuned
  }

  // MARK: Weighings

  /// Weights that are numbers come from no judgements.
  private mutating func checkContradictions(_ revision: PolicyRevision) {
    let others =
      revision.judgements.map(\.weights) + Array(revision.methods.keys)
      + Array(revision.randomIndices.keys)
    for path in Set(others).intersection(revision.weights.keys).sorted() {
      report(
        "policy.shape", path, "weights are numbers or come from judgements, not both",
        suggestion: "take the numbers or the judgements back")
    }
  }

  private mutating func revise(
    _ path: String, by change: (WeighingPlace, inout PolicyReviser) -> YAMLNode?
  ) {
    guard let place = WeighingPlace(path, in: root) else {
      let steps = path.split(separator: ".").map(String.init)
      let isByColumn = root.node(atKeys: steps).map { node in
        if case .byColumn = node.weighingForm { true } else { false }
      }
      report(
        "scenario.unknown-path", path, "the policy has no weights at \(path)",
        suggestion: isByColumn == true
          ? "they differ by the texts of a column: name the text behind the path" : nil)
      return
    }
    guard let revised = change(place, &self) else { return }
    root = root.replacing(atKeys: place.steps[...], with: revised)
  }

  private mutating func setOption(_ key: String, to text: String, at path: String) {
    revise(path) { place, reviser in
      if case .numbers = place.node.weighingForm {
        reviser.report(
          "scenario.structure", path, "\(path) are numbers, and \(key) is for judgements",
          at: place.node, suggestion: "judge every pair, or take \(key) back")
        return nil
      }
      let present = place.node[key]
      let value =
        present?.text == nil
        ? YAMLNode(content: .scalar(text), location: present?.location ?? place.node.location)
        : present?.rewritten(text)
      return value.map { place.node.setting(key, to: $0) }
    }
  }

  // MARK: The version

  private mutating func setVersion(_ version: String) {
    if let present = root["version"], present.text != nil {
      var text = present.rewritten(version)
      // Nothing at all is no version; and where no number stood, one is a text.
      let isNumber = { NumberLiteral.parseSigned($0) != nil }
      text.isQuoted =
        text.isQuoted || version.isEmpty || isNumber(version) && !isNumber(present.text ?? "")
      root = root.setting("version", to: text)
      return
    }
    // Between quotes, as most versions look like numbers.
    var text = YAMLNode(
      content: .scalar(version), location: root["version"]?.location ?? root.location)
    text.isQuoted = true
    guard root["version"] == nil, let entries = root.entries,
      let name = entries.firstIndex(where: { $0.key == "policy" })
    else {
      root = root.setting("version", to: text)
      return
    }
    var moved = entries
    moved.insert(
      YAMLNode.Entry(key: "version", keyLocation: text.location, value: text), at: name + 1)
    root = YAMLNode(content: .mapping(moved), location: root.location)
  }

  mutating func report(
    _ code: String, _ path: String, _ message: String, at node: YAMLNode? = nil,
    suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code: code, at: node?.location, path: path, message, suggestion: suggestion))
  }
}
