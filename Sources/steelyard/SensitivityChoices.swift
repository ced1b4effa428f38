import ArgumentParser
import Diagnostics
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine

/// Which numbers `analyze sensitivity` varies, and over which values.
struct SensitivityChoices {
  /// Nil for all numbers.
  private let chosen: [(number: PolicyNumber, values: Neighbourhood)]?

  init(
    _ paths: [String], from: String?, to: String?, step: String?, of policy: VariablePolicy
  ) throws {
    guard !paths.isEmpty else {
      chosen = nil
      return
    }
    chosen = try paths.map { path in
      let number = try Self.number(at: path, of: policy)
      guard let from, let to, let step else {
        if number.value == nil {
          throw ValidationError(
            "\(path) is not set, so that nothing is near it: give --from, --to and --step")
        }
        return (number, Neighbourhood(of: number))
      }
      return (number, try Self.range(number, from, to, step))
    }
  }

  /// What comes of the values.
  func responses(
    _ analysis: SensitivityAnalysis, _ progress: @escaping (WorkProgress) -> Void
  ) throws -> [NumberResponse] {
    guard let chosen else { return try analysis.responses(progress: progress) }
    return try chosen.enumerated().map { index, choice in
      progress(WorkProgress(activity: "varying", done: index, total: chosen.count))
      return try analysis.response(of: choice.number, over: choice.values)
    }
  }

  private static func number(at path: String, of policy: VariablePolicy) throws -> PolicyNumber {
    if let number = policy.number(at: path) { return number }
    let fixed = policy.fixedJudgements.first { path.hasPrefix("\($0.path).judgements.") }
    if let fixed {
      throw ValidationError("the judgements of \(fixed.path) cannot be varied: \(fixed.reason)")
    }
    let hint =
      Spelling.didYouMean(path, among: policy.numbers.map(\.path))
      ?? "without --parameter all numbers are listed by their paths"
    throw ValidationError("the policy has no number at \(path); \(hint)")
  }

  private static func range(
    _ number: PolicyNumber, _ from: String, _ to: String, _ step: String
  ) throws -> Neighbourhood {
    let parse = { (text: String, option: String) throws in
      guard let value = number.value(of: text) else {
        throw ValidationError(
          "--\(option) takes a \(number.kind == .judgement ? "judgement such as 3 or 1/3" : "number")"
            + ", not \"\(text)\"")
      }
      return value
    }
    let (first, last) = (try parse(from, "from"), try parse(to, "to"))
    guard let distance = PolicyTuning.value(of: step), distance > 0 else {
      throw ValidationError("--step takes a number above 0, not \"\(step)\"")
    }
    guard first <= last else { throw ValidationError("--from must not be above --to") }
    guard let values = Neighbourhood(of: number, from: first, to: last, step: distance) else {
      throw ValidationError("that would be more than 1000 values; take a larger --step")
    }
    return values
  }
}
