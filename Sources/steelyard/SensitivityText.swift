import PolicyAnalysis

/// The text of `analyze sensitivity`.
struct SensitivityText {
  /// Longer lists are cut in the text; JSON and CSV have all.
  private static let shown = 40

  private let report: SensitivityReport

  init(_ report: SensitivityReport) { self.report = report }

  var text: String {
    let curves =
      report.responses.count == 1 ? report.responses.map(points) : [table].compactMap(\.self)
    let derivatives = report.derivatives.map { DerivativesText($0, payUnit: report.payUnit).text }
    return ([heading] + curves + [refusals, fixed, derivatives].compactMap(\.self))
      .joined(separator: "\n\n")
  }

  private var heading: String {
    let plan = report.analysis.policy.plan
    let unit = report.payUnit.map { " \($0)" } ?? ""
    let payroll = report.analysis.baseline.payroll.map {
      ", paid \(CompareNumbers.money($0.total))\(unit)"
    }
    return "\(plan.policy) \(plan.version): \(report.scored) scored\(payroll ?? "")"
      + (report.notice.map { "\nnotice: \($0)" } ?? "")
  }

  private var hasGrades: Bool { !report.analysis.policy.plan.gradings.isEmpty }
  private var hasPay: Bool { report.analysis.policy.plan.payroll != nil }

  // MARK: All numbers

  /// One row for each number; nil where there is none.
  private var table: String? {
    guard !report.responses.isEmpty else { return "the policy has no number to vary" }
    let headings =
      ["number", "now", "from", "to"] + (hasGrades ? ["grades"] : []) + ["rank shift"]
      + (hasPay ? ["pay from", "to"] : []) + [""]
    var table = TextTable(
      headings.map { ($0, ["number", ""].contains($0) ? .left : .right) })
    let moving = report.responses.filter(\.movesAnybody)
    for response in moving.prefix(Self.shown) { table.add(row(response)) }
    let (more, still) = (moving.count - Self.shown, report.responses.count - moving.count)
    return "one number at a time, those with most effect first\n\(table.text())"
      + (more > 0 ? "\n  ... and \(more) more, see --format csv" : "")
      + (still > 0 ? "\n  \(still) numbers move no grade, rank or pay, see --format csv" : "")
  }

  /// A value as the table has room for.
  private static func brief(_ value: Double, of number: PolicyNumber) -> String {
    number.kind == .judgement || value == number.value && number.kind != .weight
      ? number.text(of: value) : CompareNumbers.plain(value)
  }

  private func row(_ response: NumberResponse) -> [String] {
    let number = response.number
    let run = response.points.filter { $0.effect != nil }.map {
      Self.brief($0.value, of: number)
    }
    let pay = response.payrollChanges.map { [$0.lowerBound, $0.upperBound].map(Self.change) }
    var cells = [number.path, number.value.map { Self.brief($0, of: number) } ?? "-"]
    cells += [run.first ?? "-", run.last ?? "-"]
    if hasGrades { cells.append(response.mostGradeChanges.map { "\($0)" } ?? "-") }
    cells.append(response.largestRankShift.rounded(to: 2))
    if hasPay { cells += pay ?? ["-", "-"] }
    return cells + [Spark(response, byGrades: hasGrades).text]
  }

  private static func change(_ amount: Double) -> String {
    CompareNumbers.signed(CompareNumbers.money(amount))
  }

  // MARK: One number

  private func points(_ response: NumberResponse) -> String {
    let number = response.number
    let headings =
      ["value", ""] + (hasGrades ? ["grades", "up", "down"] : [])
      + ["ranks", "mean shift", "scores"] + (hasPay ? ["pay", "change", "more", "less"] : [])
    var table = TextTable(headings.map { ($0, $0.isEmpty ? .left : .right) })
    for point in response.points {
      let mark = point.isPresent ? "now" : ""
      table.add(
        [Self.brief(point.value, of: number), mark] + (point.effect.map(cells) ?? ["not run"]))
    }
    let unit = number.unit.map { " \($0)" } ?? ""
    let now = number.value.map { "now \(Self.brief($0, of: number))\(unit)" } ?? "not set"
    return "\(number.path) (\(number.kind.rawValue), \(now)) "
      + "\(Spark(response, byGrades: hasGrades).text)\n\(table.text())"
      + (perUnit(response).map { "\n\($0)" } ?? "")
  }

  private func cells(_ effect: PolicyEffect) -> [String] {
    let grades = effect.gradeChanges.map {
      ["\($0)", "\(effect.gradesUp)", "\(effect.gradesDown)"]
    }
    let pay = effect.payroll.map {
      [CompareNumbers.money($0.after), Self.change($0.change)]
        + ["\(effect.paidMore)", "\(effect.paidLess)"]
    }
    let ranks = [
      "\(effect.rankMovers)", effect.meanRankShift.rounded(to: 2), "\(effect.scoreChanges)",
    ]
    return (hasGrades ? grades ?? [] : []) + ranks + (hasPay ? pay ?? [] : [])
  }

  private func perUnit(_ response: NumberResponse) -> String? {
    guard let perUnit = response.perUnit else { return nil }
    let unit =
      switch response.number.kind {
      case .judgement: "a step of the scale"
      case .weight, .share: "a point (0.01)"
      case .seats: "a seat"
      default: "1"
      }
    let grades = perUnit.gradeChanges.map { "\($0.rounded(to: 2)) grades" }
    let pay = perUnit.payroll.map { "pay \(Self.change($0))" }
    let parts = [grades, "mean rank shift \(perUnit.rankShift.rounded(to: 2))", pay]
    return "  near now for each \(unit): \(parts.compactMap(\.self).joined(separator: ", "))"
  }

  // MARK: What was not run

  private var refusals: String? {
    let lines = report.responses.flatMap { response in
      response.points.compactMap { point in
        point.refusal.map {
          "  \(response.number.path) = \(response.number.text(of: point.value)): \($0)"
        }
      }
    }
    guard !lines.isEmpty else { return nil }
    let more = lines.count - Self.shown
    return
      (["not run, for the policy would be at fault"] + lines.prefix(Self.shown)
      + (more > 0 ? ["  ... and \(more) more, see --format csv"] : [])).joined(separator: "\n")
  }

  private var fixed: String? {
    let lines = report.analysis.policy.fixedJudgements.map { "  \($0.path): \($0.reason)" }
    return lines.isEmpty
      ? nil : (["judgements that are not varied"] + lines).joined(separator: "\n")
  }
}
