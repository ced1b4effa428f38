import PolicyAnalysis

/// The CSV of `analyze flip`: a row for each change of weights and each way of changing judgements, or
/// for each interval.
enum FlipTable {
  static func bytes(_ report: FlipReport, _ laboratory: FlipLaboratory) -> [UInt8] {
    switch report {
    case .flips(_, _, let flips, _):
      let header = ["name", "present", "by", "size", "exact", "changes", "outcome", "ratio"]
      return DelimitedRecords.bytes(
        [header] + flips.flatMap { [weights($0, laboratory)] + judgements($0) })
    case .intervals(let by, let groups, _):
      let header = [
        by ?? "group", "path", "kind", "number", "kept", "lower", "present", "upper", "lower_key",
        "upper_key", "exact", "verified",
      ]
      return DelimitedRecords.bytes(
        [header] + groups.flatMap { group in group.intervals.map { row($0, group.group) } })
    }
  }

  private static func weights(_ flip: Flip, _ laboratory: FlipLaboratory) -> [String] {
    guard case .change(let change) = flip.byWeights else {
      var isExact = false
      if case .impossible = flip.byWeights { isExact = true }
      return [flip.name, flip.present, "weights", "", "\(isExact)", "", "", ""]
    }
    let changes = zip(laboratory.weighings, change.weights).flatMap { weighing, weights in
      weighing.labels.indices.filter { weights[$0] != weighing.weights[$0] }.map {
        "\(weighing.path).\(weighing.labels[$0])=\(weights[$0])"
      }
    }
    return [
      flip.name, flip.present, "weights", "\(change.distance)", "\(change.isExact)",
      changes.joined(separator: " "), change.outcome, "",
    ]
  }

  private static func judgements(_ flip: Flip) -> [[String]] {
    (flip.byJudgements?.ways ?? []).map { way in
      let changes = way.changes.map { "\($0.path).\($0.row).\($0.column)=\($0.to)" }
      return [
        flip.name, flip.present, "judgements", "\(flip.byJudgements?.steps ?? 0)", "true",
        changes.joined(separator: " "), way.outcome, way.consistencyRatio.map { "\($0)" } ?? "",
      ]
    }
  }

  private static func row(_ interval: SteadyInterval, _ group: String?) -> [String] {
    [
      group ?? "", interval.path, interval.kind, interval.name, interval.kept.rawValue,
      "\(interval.lower.value)", "\(interval.present)", "\(interval.upper.value)",
      interval.lower.key ?? "", interval.upper.key ?? "", "\(interval.isExact)",
      "\(interval.lower.isVerified && interval.upper.isVerified)",
    ]
  }
}
