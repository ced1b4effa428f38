import PolicyAnalysis
import ScorecardPolicy

/// What people call the numbers of a policy.
package struct NumberLabels: Sendable {
  private let policy: Policy

  /// The names and titles of a policy.
  package init(_ policy: Policy) { self.policy = policy }

  /// The label of a number at a path.
  package func label(at path: String) -> PageText {
    let steps = path.split(separator: ".").map(String.init)
    let found: PageText? =
      switch steps.first {
      case "scorecard": scorecard(steps)
      case "parameters": parameter(steps)
      case "grades": band(steps)
      case "gates": gate(steps)
      case let section?
      where steps.count == 4 && CurveKind.allCases.contains { $0.section == section }:
        PageText(
          "\(steps[1]), point \(steps[2]): \(steps[3])", "\(steps[1]) 第 \(steps[2]) 点：\(steps[3])")
      default: nil
      }
    return found ?? PageText(path, path)
  }

  /// What is weighed at a path of weights.
  package func weighing(at path: String, text: String?) -> PageText {
    let dimension = Self.dimension(in: path).flatMap { title(ofDimension: $0) }
    let base = dimension ?? PageText("the dimensions", "各维度")
    guard let text else { return base }
    return PageText.joined([base], { "\($0[0]) (\(text))" }, { "\($0[0])（\(text)）" })
  }

  /// The title of a dimension, or of a measure of any.
  package func item(_ name: String, in dimension: String?) -> PageText {
    guard let dimension else { return title(ofDimension: name) ?? PageText(name, name) }
    let measures = policy.scorecard.dimensions.first { $0.name == dimension }?.measures ?? []
    return PageText(measures.first { $0.name == name }?.title, name: name)
  }

  /// The dimension whose measures are weighed at a path of weights; nil where dimensions are.
  package static func dimension(in path: String) -> String? {
    let steps = path.split(separator: ".").map(String.init)
    return steps.count > 2 && steps[1] == "dimensions" ? steps[2] : nil
  }

  private func title(ofDimension name: String) -> PageText? {
    policy.scorecard.dimensions.first { $0.name == name }.map { PageText($0.title, name: name) }
  }

  private func scorecard(_ steps: [String]) -> PageText? {
    let dimension = steps.count > 2 && steps[1] == "dimensions" ? steps[2] : nil
    if let place = steps.firstIndex(of: "judgements"), steps.count == place + 3 {
      let pair = steps[(place + 1)...].map { item($0, in: dimension) }
      return choice(
        PageText.joined(
          pair, { "\($0[0]) over \($0[1])" }, { "“\($0[0])”对“\($0[1])”" }),
        Array(steps[..<place]))
    }
    if steps.contains("weights"), let name = steps.last {
      return choice(
        PageText.joined([item(name, in: dimension)], { "Weight of \($0[0])" }, { "\($0[0])的权重" }),
        Array(steps.dropLast()))
    }
    guard let dimension, steps.count == 6, steps[3] == "measures" else { return nil }
    let measure = [item(steps[4], in: dimension)]
    return switch steps[5] {
    case "cap": .joined(measure, { "Cap of \($0[0])" }, { "\($0[0])的上限" })
    case "floor": .joined(measure, { "Floor of \($0[0])" }, { "\($0[0])的下限" })
    default:
      .joined(measure, { "\($0[0]) where it is missing" }, { "\($0[0])缺失时的得分" })
    }
  }

  /// Weights that differ by the texts of a column are told apart by the text.
  private func choice(_ label: PageText, _ steps: [String]) -> PageText {
    guard let place = steps.firstIndex(of: "weights"), place + 1 < steps.count else { return label }
    let text = steps[(place + 1)...].joined(separator: ".")
    return .joined([label], { "\($0[0]) (\(text))" }, { "\($0[0])（\(text)）" })
  }

  private func parameter(_ steps: [String]) -> PageText? {
    policy.parameters.first { $0.name == steps.dropFirst().joined(separator: ".") }.map {
      PageText($0.title, name: $0.name)
    }
  }

  private func band(_ steps: [String]) -> PageText? {
    guard steps.count == 5, let place = Int(steps[3]),
      let grade = policy.grades.first(where: { $0.name == steps[1] }),
      grade.bands.indices.contains(place - 1)
    else { return nil }
    let band = grade.bands[place - 1]
    let title = [PageText(band.title, name: band.grade)]
    return switch steps[4] {
    case "seats": .joined(title, { "Seats of \($0[0])" }, { "\($0[0])名额" })
    case "share": .joined(title, { "Share of \($0[0])" }, { "\($0[0])比例" })
    default: .joined(title, { "Least value for \($0[0])" }, { "\($0[0])最低值" })
    }
  }

  private func gate(_ steps: [String]) -> PageText? {
    guard steps.count > 2, let gate = policy.gates.first(where: { $0.name == steps[1] }) else {
      return nil
    }
    let rest = steps[2...].joined(separator: ".")
    return .joined(
      [PageText(gate.title, name: gate.name)], { "Gate \($0[0]): \(rest)" },
      { "门槛“\($0[0])”：\(rest)" })
  }
}
