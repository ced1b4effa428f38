import Diagnostics
import LocatedYAML
import ScoringPlan

/// Reads what a policy is to be changed to, and collects every fault, each with its place.
public struct DesignReader: NodeReader {
  /// A design begins with `design:`.
  public static let kind = DocumentKind(name: "design", firstKey: "design")

  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []
  let plan: Plan
  let weighings: [Weighing]

  /// YAML misreads nothing in designs that could be told.
  public func misreading(of entries: [YAMLNode.Entry]) -> Diagnostic? { nil }

  /// The problem in a text; `file` names it in messages, names are those of a plan and its weighings.
  ///
  /// - Throws: `DiagnosedFailure` with every fault found.
  public static func read(
    _ yaml: String, file: String, plan: Plan, weighings: [Weighing]
  ) throws(DiagnosedFailure) -> DesignProblem {
    let root = try YAMLNode.parse(yaml, file: file, kind: kind)
    var reader = DesignReader(plan: plan, weighings: weighings)
    guard let problem = reader.problem(root), !reader.diagnostics.hasErrors else {
      throw DiagnosedFailure(reader.diagnostics)
    }
    return problem
  }

  private init(plan: Plan, weighings: [Weighing]) {
    (self.plan, self.weighings) = (plan, weighings)
  }

  private mutating func problem(_ root: YAMLNode) -> DesignProblem? {
    let keys = ["design", "move", "constraints"]
    guard let fields = fields(of: root, path: "", keys: keys) else { return nil }
    for key in keys where fields[key] == nil { missingKey(key, root, path: "") }
    guard let name = text(fields["design"], path: "design"), let move = fields["move"],
      let constraints = fields["constraints"]
    else { return nil }
    let moves = ["judgements", "weights", "parameters"]
    guard let moving = self.fields(of: move, path: "move", keys: moves) else { return nil }
    if moving.isEmpty {
      report(
        move, "move", "design.shape", "nothing may move",
        suggestion: "name judgements:, weights: or parameters:")
    }
    let steps = moving["judgements"].flatMap { judgementSteps($0) }
    let weights = moving["weights"].flatMap { weightMoves($0) }
    var parameters: [DesignProblem.ParameterMoves] = []
    for entry in moving["parameters"]?.entries ?? [] {
      if let moves = parameterMoves(entry) { parameters.append(moves) }
    }
    if let node = moving["parameters"], node.entries == nil {
      report(
        node, "move.parameters", "design.shape",
        "move.parameters must be a mapping from paths to values, not \(node.kind)",
        suggestion: "write gates.NAME.cap: [90, 100]")
    }
    if let node = moving["weights"], weights != nil, weights?.step == nil,
      steps != nil || !parameters.isEmpty
    {
      report(
        node, "move.weights", "design.no-step",
        "weights that may be any can only move alone", suggestion: "add step: 0.01")
    }
    let requirements = (constraints.entries ?? []).compactMap { requirement($0) }
    if requirements.isEmpty, !diagnostics.hasErrors {
      report(
        constraints, "constraints", "design.shape", "nothing is required",
        suggestion: "give each constraint a name, as in budget: {payroll: 2000000}")
    }
    return DesignProblem(
      name: name, judgementSteps: steps, weights: weights, parameters: parameters,
      requirements: requirements)
  }

  // MARK: What may move

  private mutating func judgementSteps(_ node: YAMLNode) -> Int? {
    let path = "move.judgements"
    guard let fields = fields(of: node, path: path, keys: ["steps"]) else { return nil }
    if !weighings.contains(where: { $0.judgements?.canChangeOneByOne == true }) {
      report(
        node, path, "design.not-movable",
        "the dimensions' weights come from no judgements that can be changed one by one",
        suggestion: "let weights: move, or take judgements: out")
      return nil
    }
    return number(fields["steps"], node, "\(path).steps", in: 1...16).map { Int($0) }
  }

  private mutating func weightMoves(_ node: YAMLNode) -> DesignProblem.WeightMoves? {
    let path = "move.weights"
    guard let fields = fields(of: node, path: path, keys: ["by", "step"]) else { return nil }
    guard weighings.contains(where: { $0.judgements == nil }) else {
      report(
        node, path, "design.not-movable",
        "the dimensions' weights come from judgements, and move with these",
        suggestion: "write judgements: {steps: 2}")
      return nil
    }
    guard let most = number(fields["by"], node, "\(path).by", in: 0.000001...1) else { return nil }
    let step = fields["step"].flatMap { number($0, node, "\(path).step", in: 0.0001...1) }
    return DesignProblem.WeightMoves(most: most, step: step)
  }

  private mutating func parameterMoves(_ entry: YAMLNode.Entry) -> DesignProblem.ParameterMoves? {
    let path = "move.parameters.\(entry.key)"
    let known = plan.parameters.map(\.path)
    guard let index = known.firstIndex(of: entry.key) else {
      diagnostics.append(
        Diagnostic(
          code: "design.unknown-name", at: entry.keyLocation, path: path,
          "the policy has no parameter at \(entry.key)",
          suggestion: Spelling.didYouMean(entry.key, among: known)
            ?? "write its path, as in gates.NAME.cap or parameters.NAME"))
      return nil
    }
    if weighings.contains(where: { $0.slots.contains(ParameterSlot(index)) }) {
      report(
        entry.value, path, "design.not-movable", "\(entry.key) is a weight of a dimension",
        suggestion: "let weights: or judgements: move")
      return nil
    }
    guard let values = values(entry.value, path) else { return nil }
    let parameter = plan.parameters[index]
    if let wrong = values.first(where: {
      $0 < parameter.minimum ?? -.infinity || $0 > parameter.maximum ?? .infinity
    }) {
      report(
        entry.value, path, "design.number",
        "the policy does not allow \(Self.plain(wrong)) for \(entry.key)",
        suggestion: "keep within its bounds: \(Self.bounds(parameter.minimum, parameter.maximum))")
      return nil
    }
    let present = plan.values.values[index]
    return DesignProblem.ParameterMoves(
      path: entry.key, values: Set(values).subtracting([present]).sorted())
  }

  private mutating func values(_ node: YAMLNode, _ path: String) -> [Double]? {
    if let elements = node.elements {
      let numbers = elements.compactMap { number($0, node, path, in: -1e15...1e15) }
      return numbers.count == elements.count ? numbers : nil
    }
    guard let fields = fields(of: node, path: path, keys: ["from", "to", "step"]) else {
      return nil
    }
    let all = ["from", "to", "step"].compactMap {
      number(fields[$0], node, "\(path).\($0)", in: -1e15...1e15)
    }
    guard all.count == 3 else { return nil }
    let count = ((all[1] - all[0]) / all[2]).rounded(.down)
    guard all[2] > 0, all[1] >= all[0], count < 1000 else {
      report(
        node, path, "design.number", "these steps lead from no value to another",
        suggestion: "write {from: 100, to: 150, step: 10}, with fewer than 1,000 steps")
      return nil
    }
    return (0...Int(count)).map { all[0] + Double($0) * all[2] }
  }

  /// A number within bounds.
  mutating func number(
    _ node: YAMLNode?, _ parent: YAMLNode, _ path: String, in bounds: ClosedRange<Double>
  ) -> Double? {
    guard let node else {
      missingKey(path.split(separator: ".").last.map(String.init) ?? path, parent, path: path)
      return nil
    }
    guard let text = text(node, path: path) else { return nil }
    let isPercent = text.hasSuffix("%")
    let plain = Double(isPercent ? String(text.dropLast()) : text)
    if let value = plain.map({ isPercent ? $0 / 100 : $0 }), bounds.contains(value) { return value }
    report(
      node, path, "design.number",
      "\"\(text)\" is no number from \(Self.plain(bounds.lowerBound)) to \(Self.plain(bounds.upperBound))",
      suggestion: "write a plain number such as 0.05, or a percentage such as 5%")
    return nil
  }

  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private static func bounds(_ minimum: Double?, _ maximum: Double?) -> String {
    let limits = [minimum.map { "at least \(plain($0))" }, maximum.map { "at most \(plain($0))" }]
    return limits.compactMap(\.self).joined(separator: ", ")
  }
}
