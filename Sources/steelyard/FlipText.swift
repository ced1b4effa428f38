import PolicyAnalysis
import ScoringPlan

/// The text of `analyze flip`.
struct FlipText {
  /// The most ways of changing judgements that are shown.
  private static let mostWays = 5

  let text: String

  init(_ report: FlipReport, _ laboratory: FlipLaboratory) {
    let body =
      switch report {
      case .flips(let subjects, let norm, let flips, _):
        Self.flips(subjects, norm, flips, laboratory)
      case .intervals(let by, let groups, _):
        groups.map { Self.intervals(by, $0.group, $0.intervals) }.joined(separator: "\n\n")
      }
    text = (report.notice.map { "notice: \($0)\n\n" } ?? "") + body
  }

  // MARK: Flips

  private static func flips(
    _ subjects: [String], _ norm: WeightNorm, _ flips: [Flip], _ laboratory: FlipLaboratory
  ) -> String {
    let head =
      subjects.joined(separator: " and ") + "; weights are measured by "
      + (norm == .largest ? "the largest change of any" : "the sum of all changes")
    return
      ([head]
      + flips.map { flip in
        (["\(flip.name): \(flip.present)"] + weights(flip, laboratory) + judgements(flip))
          .joined(separator: "\n")
      }).joined(separator: "\n\n")
  }

  private static func weights(_ flip: Flip, _ laboratory: FlipLaboratory) -> [String] {
    switch flip.byWeights {
    case .impossible: return ["  weights: none change it"]
    case .notFound(let bound):
      return [
        "  weights: no change was found"
          + (bound > 0 ? "; below \(bound.rounded(to: 6)) there is none" : "") + reason(flip)
      ]
    case .change(let change):
      let claim =
        change.isExact
        ? "no smaller change does"
        : change.bound > 0
          ? "whether a smaller one does is not known above \(change.bound.rounded(to: 6))"
          : "found by trying; a smaller one may do"
      let line =
        "  weights: \(change.distance.rounded(to: 6)) gives \(change.outcome); \(claim)\(reason(flip))"
        + (change.isVerified ? "" : "; scoring does NOT confirm it")
      return [line] + moved(change, laboratory)
    }
  }

  private static func reason(_ flip: Flip) -> String {
    flip.obstacle.map { " (\($0.reason))" } ?? ""
  }

  private static func moved(_ change: WeightFlip.Change, _ laboratory: FlipLaboratory) -> [String] {
    zip(laboratory.weighings, change.weights).compactMap { weighing, weights in
      let moved = weighing.labels.indices.filter { abs(weights[$0] - weighing.weights[$0]) > 1e-12 }
      guard !moved.isEmpty else { return nil }
      return "    " + (weighing.group.map { "\($0): " } ?? "")
        + moved.map {
          "\(weighing.labels[$0]) \(weighing.weights[$0].rounded(to: 6)) -> "
            + weights[$0].rounded(to: 6)
        }.joined(separator: ", ")
    }
  }

  private static func judgements(_ flip: Flip) -> [String] {
    guard let found = flip.byJudgements else { return [] }
    guard found.limit > 0 else { return [] }
    guard let steps = found.steps else {
      return [
        "  judgements: none of the \(found.tried) ways of up to \(count(found.limit, "step")) changes it"
      ]
    }
    let ways =
      found.wayCount == 1 ? "1 way" : "\(found.wayCount) ways"
    let head =
      "  judgements: \(count(steps, "step")), \(ways); fewer do not (\(found.tried) tried)"
    let lines = found.ways.prefix(mostWays).map { way in
      let changes = way.changes.map { "\($0.row) / \($0.column) \($0.from) -> \($0.to)" }
      let ratio = way.consistencyRatio.map { "; CR \($0.rounded(to: 4))" } ?? ""
      let verdict = way.isConsistent == false ? ", too inconsistent" : ""
      return "    \(changes.joined(separator: ", ")) gives \(way.outcome)\(ratio)\(verdict)"
    }
    let rest = found.wayCount - lines.count
    return [head] + lines + (rest > 0 ? ["    and \(rest) more"] : [])
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  // MARK: Intervals

  private static func intervals(
    _ by: String?, _ group: String?, _ intervals: [SteadyInterval]
  ) -> String {
    let head = group.map { "\(by ?? ""): \($0.isEmpty ? "(none)" : $0)" } ?? "everybody"
    return
      ([head]
      + SteadyInterval.Kept.allCases.compactMap { kept in
        let own = intervals.filter { $0.kept == kept }
        return own.isEmpty ? nil : table(kept, own)
      }).joined(separator: "\n")
  }

  private static func table(_ kept: SteadyInterval.Kept, _ intervals: [SteadyInterval]) -> String {
    var table = TextTable([
      (kept == .grades ? "no grade changes" : "no order changes", .left), ("from", .right),
      ("now", .right), ("to", .right), ("first below", .left), ("first above", .left), ("", .left),
    ])
    for interval in intervals {
      let group = interval.path.dropFirst("scorecard.weights".count).dropFirst()
      table.add([
        "\(group.isEmpty ? "" : "\(group): ")\(interval.name)", interval.lower.value.rounded(to: 6),
        interval.present.rounded(to: 6), interval.upper.value.rounded(to: 6),
        interval.lower.key ?? "-", interval.upper.key ?? "-", remark(interval),
      ])
    }
    return table.text()
  }

  private static func remark(_ interval: SteadyInterval) -> String {
    if !interval.isExact { return "found by trying in steps" }
    return interval.lower.isVerified && interval.upper.isVerified
      ? "" : "scoring does NOT confirm it"
  }
}
