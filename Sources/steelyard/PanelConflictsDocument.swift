import PolicyAnalysis
import ScoringPlan

/// The JSON of `analyze panel`.
struct PanelConflictsDocument: Encodable {
  let policy: String
  let version: String
  let respondents: [Respondent]
  let notice: String?

  struct Respondent: Encodable {
    let name: String
    let key: String?
    let weights: [String]
    let standing: Standing?
    let own: Standing?
    let others: Standing?
    let absence: Absence?
  }

  struct Standing: Encodable {
    let final: Double?
    let ranks: [Rank]
    let labels: [Label]
    let pay: Double?
  }

  struct Rank: Encodable {
    let ranking: String
    let rank: Int?
  }

  struct Label: Encodable {
    let grade: String
    let label: String?
  }

  struct Absence: Encodable {
    let rankings: [Ranking]
    let gradeChanges: [GradeChange]
    let payroll: Payroll?
  }

  struct Ranking: Encodable {
    let name: String
    let movement: RankMovement
    let largestMove: Int
  }

  struct GradeChange: Encodable {
    let grade: String
    let changed: Int
  }

  struct Payroll: Encodable {
    let before: Double
    let after: Double
    let gaining: Int
    let losing: Int
  }

  init(_ conflicts: PanelConflicts, notice: String?) {
    let plan = conflicts.scored.plan
    (policy, version, self.notice) = (plan.policy, plan.version, notice)
    respondents = conflicts.respondents.map { respondent in
      Respondent(
        name: respondent.name, key: respondent.key, weights: respondent.paths,
        standing: respondent.standing.map { Standing($0, plan) },
        own: respondent.own.map { Standing($0, plan) },
        others: respondent.others.map { Standing($0, plan) },
        absence: respondent.absence.map { Absence($0, plan) })
    }
  }
}

extension PanelConflictsDocument.Standing {
  fileprivate init(_ standing: PanelStanding, _ plan: Plan) {
    (final, pay) = (standing.final, standing.pay)
    ranks = zip(plan.rankings, standing.ranks).map {
      PanelConflictsDocument.Rank(ranking: $0.name, rank: $1)
    }
    labels = zip(plan.gradings, standing.grades).map {
      PanelConflictsDocument.Label(grade: $0.name, label: $1)
    }
  }
}

extension PanelConflictsDocument.Absence {
  fileprivate init(_ absence: PanelRespondent.Absence, _ plan: Plan) {
    rankings = plan.rankings.indices.map {
      PanelConflictsDocument.Ranking(
        name: plan.rankings[$0].name, movement: absence.movements[$0],
        largestMove: absence.largestMoves[$0])
    }
    gradeChanges = zip(plan.gradings, absence.gradeChanges).map {
      PanelConflictsDocument.GradeChange(grade: $0.name, changed: $1)
    }
    payroll = absence.payroll.map {
      PanelConflictsDocument.Payroll(
        before: $0.totals.before, after: $0.totals.after, gaining: $0.gaining, losing: $0.losing)
    }
  }
}
