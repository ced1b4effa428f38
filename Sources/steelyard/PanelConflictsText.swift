import PolicyAnalysis
import ScoringPlan

/// The text of `analyze panel`.
struct PanelConflictsText {
  let text: String

  init(_ conflicts: PanelConflicts, notice: String?) {
    let plan = conflicts.scored.plan
    let appraised = conflicts.respondents.filter { $0.standing != nil }
    let heading =
      "\(plan.policy) \(plan.version): \(conflicts.respondents.count) respondents, of whom "
      + "\(appraised.count) \(appraised.count == 1 ? "is" : "are") appraised by it"
      + (notice.map { "\nnotice: \($0)" } ?? "")
    let parts = [heading] + appraised.map { Self.standings($0, plan) } + [Self.absences(conflicts)]
    text = parts.joined(separator: "\n\n")
  }

  private static func standings(_ respondent: PanelRespondent, _ plan: Plan) -> String {
    var table = TextTable(
      [("", .left)] + plan.rankings.map { ($0.name, .right) }
        + plan.gradings.map { ($0.name, .left) }
        + (plan.payroll == nil ? [] : [("pay", .right)]) + [("final", .right)])
    let standings = [
      ("by all judgements", respondent.standing), ("by the own alone", respondent.own),
      ("by the others'", respondent.others),
    ]
    let numbers = CompareNumbers(decimals: plan.decimals)
    for (name, standing) in standings {
      guard let standing else {
        table.add([name, "not every pair is compared"])
        continue
      }
      table.add(
        [name] + standing.ranks.map { $0.map { "\($0)" } ?? "-" }
          + standing.grades.map { $0.map(StabilityText.name) ?? "-" }
          + (plan.payroll == nil ? [] : [standing.pay.map(CompareNumbers.money) ?? "-"])
          + [standing.final.map(numbers.score) ?? "-"])
    }
    let name =
      respondent.key == respondent.name
      ? respondent.name : "\(respondent.name) (\(respondent.key ?? ""))"
    return "\(name), who judged \(respondent.paths.joined(separator: ", "))\n\(table.text())"
  }

  private static func absences(_ conflicts: PanelConflicts) -> String {
    let plan = conflicts.scored.plan
    var table = TextTable(
      [("without", .left)]
        + plan.rankings.flatMap { [($0.name, TextTable.Alignment.right), ("most", .right)] }
        + plan.gradings.map { ($0.name, .right) }
        + (plan.payroll == nil
          ? [] : [("paid more", .right), ("paid less", .right), ("payroll", .right)]))
    for respondent in conflicts.respondents {
      guard let absence = respondent.absence else {
        table.add([respondent.name, "the others have not compared enough"])
        continue
      }
      let moved = zip(absence.movements, absence.largestMoves).flatMap { movement, most in
        ["\(movement.up + movement.down)", "\(most)"]
      }
      let pay = absence.payroll.map { payroll in
        [
          "\(payroll.gaining)", "\(payroll.losing)",
          CompareNumbers.signed(CompareNumbers.money(payroll.totals.change)),
        ]
      }
      table.add(
        [respondent.name] + moved + absence.gradeChanges.map { "\($0)" } + (pay ?? []))
    }
    return
      "what leaving out a respondent does: how many people move in rank and by how many at most, "
      + "how many grades change\n\(table.text())"
  }
}
