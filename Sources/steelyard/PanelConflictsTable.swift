import ColumnStore
import PolicyAnalysis
import ScoringPlan

/// The CSV of `analyze panel`: a row for each respondent.
enum PanelConflictsTable {
  static func bytes(_ conflicts: PanelConflicts) -> [UInt8] {
    let plan = conflicts.scored.plan
    var writer = DelimitedWriter()
    let standings = ["all", "own", "others"].flatMap { by in
      (["final"] + plan.rankings.map(\.name) + plan.gradings.map(\.name)
        + (plan.payroll == nil ? [] : ["pay"])).map { "\(by).\($0)" }
    }
    let absence =
      plan.rankings.flatMap { ["without.\($0.name).moved", "without.\($0.name).most"] }
      + plan.gradings.map { "without.\($0.name).changed" }
      + (plan.payroll == nil ? [] : ["without.payroll"])
    writer.appendHeader(["respondent", plan.tables[0].keyName] + standings + absence)
    for respondent in conflicts.respondents {
      writer.append(respondent.name)
      writer.append(respondent.key ?? "")
      for standing in [respondent.standing, respondent.own, respondent.others] {
        for cell in cells(standing, plan) { append(cell, to: &writer) }
      }
      for cell in cells(respondent.absence, plan) { append(cell, to: &writer) }
      writer.endRow()
    }
    return writer.bytes
  }

  private enum Cell {
    case number(Double?)
    case whole(Int?)
    case text(String?)
  }

  private static func cells(_ standing: PanelStanding?, _ plan: Plan) -> [Cell] {
    [Cell.number(standing?.final)]
      + plan.rankings.indices.map { .whole(standing?.ranks[$0]) }
      + plan.gradings.indices.map { .text(standing?.grades[$0]) }
      + (plan.payroll == nil ? [] : [.number(standing?.pay)])
  }

  private static func cells(_ absence: PanelRespondent.Absence?, _ plan: Plan) -> [Cell] {
    plan.rankings.indices.flatMap { index in
      [
        Cell.whole(absence.map { $0.movements[index].up + $0.movements[index].down }),
        .whole(absence?.largestMoves[index]),
      ]
    } + plan.gradings.indices.map { .whole(absence?.gradeChanges[$0]) }
      + (plan.payroll == nil ? [] : [.number(absence?.payroll?.totals.change)])
  }

  private static func append(_ cell: Cell, to writer: inout DelimitedWriter) {
    switch cell {
    case .number(let number?): writer.append(number)
    case .whole(let number?): writer.append(number)
    case .text(let text?): writer.append(text)
    case .number(nil), .whole(nil), .text(nil): writer.appendEmpty()
    }
  }
}
