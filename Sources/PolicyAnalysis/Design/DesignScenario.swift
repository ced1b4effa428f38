import Diagnostics
import ScorecardPolicy
import ScoringPlan

/// A design's policy as a scenario that extends the present one.
public struct DesignScenario: Sendable {
  /// The YAML of the scenario.
  public let yaml: String

  /// Writes the changes of a candidate down and reads them back.
  ///
  /// Judgements and weights may stand in the policy under names or titles, and judgements either way
  /// round: the path is that with which the policy, read again, has the numbers wanted.
  ///
  /// - Parameters:
  ///   - policy: the policy that is extended, as it was read.
  ///   - plan: its plan.
  ///   - basis: how the scenario names its file, and where it will stand: for reading it back.
  /// - Throws: `DiagnosedFailure` when a number is in no place where a scenario could replace it, such as
  ///   a file of judgements.
  public init(
    _ candidate: DesignAnswer.Candidate, named name: String, of policy: Policy, _ plan: Plan,
    extending basis: (name: String, folder: String)
  ) throws(DiagnosedFailure) {
    let head = "extend: \(Self.quoted(basis.name))\npolicy: \(Self.quoted(name))\n"
    var lines: [String] = []
    let read = { (lines: [String]) throws(DiagnosedFailure) -> Policy in
      try PolicyReader.read(
        head + lines.joined(), file: "\(basis.folder)/scenario.yaml", folder: basis.folder
      ).policy
    }
    for change in candidate.changes where change.kind != .weight {
      var failure = DiagnosedFailure([])
      var line: String?
      for (path, value) in Self.places(change, policy, plan) {
        let tried = "\(Self.quoted(path)): \(value)\n"
        do throws(DiagnosedFailure) {
          _ = try read([tried])
          line = tried
          break
        } catch {
          // The first way to name it is the one whose message helps.
          if failure.diagnostics.isEmpty { failure = error }
        }
      }
      guard let line else { throw failure }
      lines.append(line)
    }
    // Weights add up to 1 together only.
    let weights = candidate.changes.filter { $0.kind == .weight }.map { change in
      "\(Self.quoted("\(change.path).\(change.row ?? "")")): \(change.after)\n"
    }
    _ = try read(lines + weights)
    yaml = head + (lines + weights).joined()
  }

  /// The paths under which a number may stand, with the value that it then has.
  private static func places(
    _ change: DesignAnswer.Change, _ policy: Policy, _ plan: Plan
  ) -> [(path: String, value: String)] {
    guard change.kind == .judgement, let row = change.row, let column = change.column else {
      // A number that stood with its unit keeps it.
      let unit = plan.parameters.first { $0.path == change.path }?.unit
      return [(change.path, change.after + (unit.flatMap { suffixes[$0] } ?? ""))]
    }
    let turned =
      change.after.hasPrefix("1/") ? String(change.after.dropFirst(2)) : "1/\(change.after)"
    let inverse = change.after == "1" ? "1" : turned
    return names(row, policy).flatMap { row in
      names(column, policy).flatMap { column in
        [
          ("\(change.path).judgements.\(row).\(column)", change.after),
          ("\(change.path).judgements.\(column).\(row)", inverse),
        ]
      }
    }
  }

  /// What numbers have behind them in policies.
  private static let suffixes: [Unit: String] = [
    Unit(.yuan): "元", Unit(.tenThousandYuan): "万元", Unit(.hundredMillionYuan): "亿元",
  ]

  private static func names(_ name: String, _ policy: Policy) -> [String] {
    let title = policy.scorecard.dimensions.first { $0.name == name }?.title
    return [name] + [title?.english, title?.chinese].compactMap(\.self).filter { $0 != name }
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined())'"
  }
}
