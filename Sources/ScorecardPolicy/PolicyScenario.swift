import AHP
import Diagnostics
import LocatedYAML

/// A policy that extends another: the other's text with some of its numbers replaced by path.
///
/// Only numbers can be replaced, and caps, floors and a budget that are absent set: so a scenario
/// has the structure of the policy it extends, and its plan differs in the parameter vector alone.
struct PolicyScenario {
  /// One number with the place in the policy that it is for.
  private struct Override {
    let path: [String]
    let key: SourceLocation
    let value: YAMLNode
  }

  /// Keys that say what the scenario is, and are taken over as they are.
  private static let identity = ["policy", "version", "title", "source", "effective_from"]

  /// What is wrong with the overrides.
  private(set) var diagnostics: [Diagnostic] = []

  /// The policy `basis` with the numbers that the scenario `root` gives.
  mutating func apply(_ root: YAMLNode, to basis: YAMLNode, named file: String) -> YAMLNode {
    var result = basis
    for key in Self.identity {
      if let node = root[key] { result = result.setting(key, to: node) }
    }
    if root["version"] == nil {
      let version = basis["version"]?.text ?? "1"
      let text = YAMLNode(content: .scalar("\(version) with \(file)"), location: root.location)
      result = result.setting("version", to: text)
    }
    for override in overrides(of: root) { result = apply(override, to: result) }
    return result
  }

  /// The overrides, whether written as dotted paths or as nested mappings.
  private func overrides(of root: YAMLNode) -> [Override] {
    (root.entries ?? []).filter { $0.key != "extend" && !Self.identity.contains($0.key) }
      .flatMap { overrides($0.value, $0.keyLocation, at: $0.key.pathSteps) }
  }

  private func overrides(
    _ node: YAMLNode, _ key: SourceLocation, at path: [String]
  ) -> [Override] {
    switch node.content {
    case .scalar: [Override(path: path, key: key, value: node)]
    case .list(let elements):
      elements.enumerated().flatMap { index, element in
        overrides(element, element.location, at: path + ["\(index + 1)"])
      }
    case .mapping(let entries):
      entries.flatMap { overrides($0.value, $0.keyLocation, at: path + $0.key.pathSteps) }
    }
  }

  private mutating func apply(_ override: Override, to basis: YAMLNode) -> YAMLNode {
    do throws(ScenarioFault) {
      guard override.value.isNumber(at: override.path) else {
        throw ScenarioFault(
          code: "scenario.structure",
          message: "a scenario replaces numbers, and \"\(override.value.text ?? "")\" is none",
          suggestion: "write a number such as 0.8 or 5%; method, missing rules and formulas stay "
            + "as the extended policy has them")
      }
      return try basis.replacing(override.path[...], with: override.value, at: [])
    } catch {
      diagnostics.append(
        Diagnostic(
          code: error.code, at: override.key, path: override.path.joined(separator: "."),
          error.message, suggestion: error.suggestion))
      return basis
    }
  }
}

/// Why a number cannot be replaced.
private struct ScenarioFault: Error {
  let code: String
  let message: String
  let suggestion: String?

  init(code: String, message: String, suggestion: String? = nil) {
    (self.code, self.message, self.suggestion) = (code, message, suggestion)
  }
}

extension String {
  /// The steps of a dotted path.
  fileprivate var pathSteps: [String] {
    split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}

extension YAMLNode {
  /// The node with the number at a path replaced; `steps` lead to this node.
  fileprivate func replacing(
    _ path: ArraySlice<String>, with number: YAMLNode, at steps: [String]
  ) throws(ScenarioFault) -> YAMLNode {
    switch content {
    case .scalar: return try replacingScalar(path, with: number, at: steps)
    case .mapping(let entries):
      return try replacing(path, in: entries, with: number, at: steps)
    case .list(let elements):
      return try replacing(path, in: elements, with: number, at: steps)
    }
  }

  private func replacingScalar(
    _ path: ArraySlice<String>, with number: YAMLNode, at steps: [String]
  ) throws(ScenarioFault) -> YAMLNode {
    // A scenario is a file of its own, so a number that stands in it has been replaced before.
    if location.file == number.location.file {
      throw ScenarioFault(
        code: "policy.duplicate-key",
        message: "\(steps.joined(separator: ".")) is replaced on line \(location.line) already",
        suggestion: "keep one of the two")
    }
    let place = steps.joined(separator: ".")
    guard path.isEmpty || path == ["value"] else {
      throw ScenarioFault(
        code: "scenario.structure", message: "\(place) has no \(path.joined(separator: "."))",
        suggestion: "it is a single value: end the path with \(steps.last ?? place)")
    }
    guard isNumber(at: steps), Self.isTunable(steps) else {
      throw ScenarioFault(
        code: "scenario.structure",
        message: "\(place) is no number that a scenario can replace",
        suggestion: "replace parameters, weights, judgements, points, floors, caps or bounds; "
          + "names, missing rules and formulas stay as the extended policy has them")
    }
    return number
  }

  /// Whether the scalar is a number, or a fraction where it is a judgement.
  fileprivate func isNumber(at steps: [String]) -> Bool {
    guard let text else { return false }
    if NumberLiteral.parseSigned(text) != nil { return true }
    return steps.contains("judgements") && (try? Judgement(text)) != nil
  }

  /// Whether numbers at a path are what a policy is tuned by, and not a part of its structure, such
  /// as a missing rule, a formula that is one number, or a text allowed in a column.
  private static func isTunable(_ steps: [String]) -> Bool {
    let key = steps.last ?? ""
    let curves = CurveKind.allCases.map(\.section)
    switch steps.first {
    case let section? where curves.contains(section): return true
    case "parameters": return steps.count == 2 || ["value", "minimum", "maximum"].contains(key)
    case "lookups": return true
    case "tables":
      return steps.count == 5 && steps[2] == "columns" && ["minimum", "maximum"].contains(key)
    case "scorecard":
      let isOfMeasure = steps.count == 6 && steps[3] == "measures"
      return isOfMeasure ? ["floor", "cap"].contains(key) : steps.contains("weights")
    case "gates": return GateEffect(rawValue: key) != nil
    case "grades": return steps.count == 5 && ["seats", "share", "minimum"].contains(key)
    default: return steps == ["payroll", "budget"]
    }
  }

  private func replacing(
    _ path: ArraySlice<String>, in entries: [Entry], with number: YAMLNode, at steps: [String]
  ) throws(ScenarioFault) -> YAMLNode {
    // A parameter by its name alone is its value.
    guard let step = path.first ?? (self["value"] == nil ? nil : "value") else {
      throw ScenarioFault(
        code: "scenario.unknown-path",
        message: "\(steps.joined(separator: ".")) is not one number",
        suggestion: "its keys are \(entries.map(\.key).joined(separator: ", "))")
    }
    if let index = entries.firstIndex(where: { $0.key == step }) {
      let value = try entries[index].value.replacing(
        path.dropFirst(), with: number, at: steps + [step])
      var entries = entries
      entries[index] = Entry(key: step, keyLocation: entries[index].keyLocation, value: value)
      return YAMLNode(content: .mapping(entries), location: location)
    }
    guard path.count == 1, Self.canBeAbsent(step, at: steps) else {
      throw Self.unknown(step, among: entries.map(\.key), at: steps, self)
    }
    return setting(step, to: number)
  }

  /// Caps and floors of measures and the budget can be set where they are absent.
  private static func canBeAbsent(_ key: String, at steps: [String]) -> Bool {
    let isMeasure =
      steps.count == 5 && steps[0] == "scorecard" && steps[1] == "dimensions"
      && steps[3] == "measures"
    return isMeasure && ["cap", "floor"].contains(key) || steps == ["payroll"] && key == "budget"
  }

  private static func unknown(
    _ step: String, among keys: [String], at steps: [String], _ node: YAMLNode
  ) -> ScenarioFault {
    let place = steps.isEmpty ? "the extended policy" : steps.joined(separator: ".")
    let ways =
      node["file"] != nil
      ? "these weights come from a judgement file, which a scenario cannot change: "
        + "copy policy and file, and change the copies"
      : node["judgements"] != nil
        ? "these weights come from judgements: replace one of those, as in "
          + "\(place).judgements.row.column"
        : keys.isEmpty ? nil : "its keys are \(keys.joined(separator: ", "))"
    return ScenarioFault(
      code: "scenario.unknown-path", message: "\(place) has no \(step)",
      suggestion: Spelling.didYouMean(step, among: keys) ?? ways)
  }

  private func replacing(
    _ path: ArraySlice<String>, in elements: [YAMLNode], with number: YAMLNode,
    at steps: [String]
  ) throws(ScenarioFault) -> YAMLNode {
    guard let step = path.first else {
      throw ScenarioFault(
        code: "scenario.unknown-path",
        message: "\(steps.joined(separator: ".")) is a list, not one number",
        suggestion: "name an element by its place, from 1")
    }
    var rest = path.dropFirst()
    let position: Int?
    if let judgement = judgement(path, in: elements) {
      (position, rest) = (judgement, ["3"])
    } else if elements.count == 2, let axis = ["x": 0, "y": 1][step] {
      position = axis
    } else {
      position = elements.indices.first { "\($0 + 1)" == step }
    }
    guard let position else {
      throw Self.unknown(path, among: elements, at: steps)
    }
    var elements = elements
    elements[position] = try elements[position].replacing(
      rest, with: number, at: steps + [step])
    return YAMLNode(content: .list(elements), location: location)
  }

  private static func unknown(
    _ path: ArraySlice<String>, among elements: [YAMLNode], at steps: [String]
  ) -> ScenarioFault {
    let (place, name) = (steps.joined(separator: "."), path.joined(separator: "."))
    guard steps.last == "judgements" else {
      return ScenarioFault(
        code: "scenario.unknown-path", message: "\(place) has no element \(name)",
        suggestion: elements.isEmpty ? nil : "its elements are 1 to \(elements.count)")
    }
    let pairs = elements.compactMap(\.judgedPair)
    let reversed = path.reversed().joined(separator: ".")
    return ScenarioFault(
      code: "scenario.unknown-path", message: "\(place) has no judgement \(name)",
      suggestion: pairs.contains(reversed)
        ? "replace \(reversed), by the reciprocal"
        : Spelling.didYouMean(name, among: pairs)
          ?? "its judgements are \(pairs.joined(separator: ", "))")
  }

  /// The row and column of a judgement, as a path names them.
  private var judgedPair: String? {
    elements?.prefix(2).compactMap(\.text).joined(separator: ".")
  }

  /// The place of a judgement that is named by its row and column.
  private func judgement(_ path: ArraySlice<String>, in elements: [YAMLNode]) -> Int? {
    guard path.count == 2, let row = path.first, let column = path.last else { return nil }
    return elements.firstIndex { element in
      let words = element.elements?.compactMap(\.text)
      return words?.count == 3 && words?[0] == row && words?[1] == column
    }
  }
}
