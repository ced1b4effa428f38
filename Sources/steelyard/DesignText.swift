import PolicyAnalysis

/// The text of `analyze design`.
struct DesignText {
  let text: String

  init(_ report: DesignReport) {
    let answer = report.answer
    var parts = [report.notice.map { "notice: \($0)" }, Self.head(report)].compactMap(\.self)
    switch answer.outcome {
    case .found(let candidates):
      for (index, candidate) in candidates.enumerated() {
        let head = candidates.count > 1 ? "way \(index + 1):\n" : ""
        parts.append(head + Self.changes(candidate))
        if index == 0 { parts.append(Self.checks(answer.checks, candidate.checks)) }
      }
    case .conflict(let names):
      parts.append(
        names.count == 1
          ? "no policy meets \(names[0])"
          : "no policy meets these together, and one meets them when any is left out:\n"
            + names.map { "  \($0)" }.joined(separator: "\n"))
      parts.append(Self.checks(answer.checks, nil))
    case .open(let names):
      parts.append(
        "the nearest weights that keep orders do not meet \(names.joined(separator: ", ")); whether "
          + "others do is not known: give weights a step, and all within reach are tried")
      parts.append(Self.checks(answer.checks, nil))
    case .stopped: parts.append(Self.checks(answer.checks, nil))
    }
    text = parts.joined(separator: "\n\n")
  }

  private static func head(_ report: DesignReport) -> String {
    let answer = report.answer
    let tried =
      answer.possible.map {
        "\(answer.tried) of \($0 == .max ? "very many" : "\($0)") policies tried"
      }
      ?? "weights by a linear program"
    let claim: String
    switch (answer.outcome, answer.distance) {
    case (.found, let distance?) where answer.possible == nil:
      claim =
        "the largest change of a weight is \(distance.rounded(to: 6)), and no smaller one does"
    case (.found(let candidates), let distance?):
      let ways = candidates.count == 1 ? "" : ", \(candidates.count) ways"
      claim =
        distance == 0
        ? "the policy meets everything as it is"
        : "\(Int(distance)) step\(distance == 1 ? "" : "s") away\(ways); no policy with fewer does"
    case (.stopped, _):
      claim =
        "nothing was found before the limit; all policies below \(answer.triedBelow ?? 0) steps were tried"
    default: claim = "no policy was found"
    }
    return "\(report.name): \(claim) (\(tried))"
  }

  private static func changes(_ candidate: DesignAnswer.Candidate) -> String {
    if candidate.changes.isEmpty { return "  nothing is changed" }
    return candidate.changes.map {
      "  \($0.subject): \($0.before ?? "not set") -> \($0.after)"
    }.joined(separator: "\n")
  }

  private static func checks(
    _ now: [DesignAnswer.Check], _ then: [DesignAnswer.Check]?
  ) -> String {
    var table = TextTable([
      ("constraint", .left), ("", .left), ("now", .right), ("", .left), ("then", .right),
      ("", .left),
    ])
    for (index, check) in now.enumerated() {
      let after = then?[index]
      table.add([
        check.name, check.measure, number(check.value), check.isMet ? "met" : "not met",
        after.map { number($0.value) } ?? "", after.map { $0.isMet ? "met" : "not met" } ?? "",
      ])
    }
    return table.text()
  }

  private static func number(_ value: Double?) -> String {
    value.map { CompareNumbers.plain($0) } ?? "-"
  }
}
