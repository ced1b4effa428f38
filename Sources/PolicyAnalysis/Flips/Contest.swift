import ScoringEngine
import ScoringPlan

/// A ranking or a grade: who takes part in it, and against whom.
struct Contest: Sendable {
  /// What is given away.
  enum Kind: Sendable {
    case ranking(Ranking)
    case grading(Grading)
  }

  let kind: Kind
  /// Who takes part, group by group.
  let groups: [[Int]]
  /// For each subject its group; -1 for who takes no part.
  let groupOf: [Int]
  /// For each subject its place among those whose published values are equal; 0 for all where these
  /// share a rank.
  let tiePlaces: [Int]

  /// The name of the ranking or grade.
  var name: String {
    switch kind {
    case .ranking(let ranking): ranking.name
    case .grading(let grading): grading.name
    }
  }

  /// The value that decides.
  var by: Register {
    switch kind {
    case .ranking(let ranking): ranking.by
    case .grading(let grading): grading.by
    }
  }

  /// The rankings, then the grades of a run.
  static func all(_ scored: ScoredPopulation) -> [Contest] {
    scored.plan.rankings.map { Contest(.ranking($0), scored) }
      + scored.plan.gradings.map { Contest(.grading($0), scored) }
  }

  init(_ kind: Kind, _ scored: ScoredPopulation) {
    self.kind = kind
    let count = scored.population.subjectCount
    let (within, result): (Register?, Register)
    switch kind {
    case .ranking(let ranking):
      (within, result) = (ranking.within, ranking.result)
      tiePlaces = [Int](repeating: 0, count: count)
    case .grading(let grading):
      (within, result) = (grading.within, grading.result)
      tiePlaces = scored.tiePlaces(of: grading)
    }
    let codes = within.map { scored.population.tables[0].columns[$0.index - 1].codes }
    let column = scored.column(result)
    var places: [Int32: Int] = [:]
    var groups: [[Int]] = []
    var groupOf = [Int](repeating: -1, count: count)
    for subject in 0..<count where !scored.isRejected(subject) {
      switch kind {
      case .ranking: if column?[subject] == nil { continue }
      case .grading: if column?.text(of: subject)?.isEmpty ?? true { continue }
      }
      let code = codes?[subject] ?? -1
      let group = places[code] ?? groups.count
      if group == groups.count {
        places[code] = group
        groups.append([])
      }
      groups[group].append(subject)
      groupOf[subject] = group
    }
    (self.groups, self.groupOf) = (groups, groupOf)
  }

  /// Whether one subject stands before another with these keys.
  func isAhead(_ one: Int, _ key: Int64, of other: Int, _ otherKey: Int64) -> Bool {
    key != otherKey ? key > otherKey : tiePlaces[one] < tiePlaces[other]
  }

  /// What a subject is given in a run, as text; empty for who takes no part.
  func award(_ subject: Int, in scored: ScoredPopulation) -> String {
    switch kind {
    case .ranking(let ranking):
      scored.column(ranking.result)?[subject].map { "\(Int($0))" } ?? ""
    case .grading(let grading): scored.column(grading.result)?.text(of: subject) ?? ""
    }
  }

  /// Why who takes part is not sure, when the weights vary.
  func obstacle(_ dependent: Set<Register>, _ plan: Plan) -> FlipObstacle? {
    let ineligible =
      switch kind {
      case .ranking(let ranking): ranking.ineligible
      case .grading(let grading): grading.ineligible
      }
    guard let register = ineligible.first(where: dependent.contains) else { return nil }
    return .gate(plan.layout.gates.first { $0.when == register }?.name ?? name)
  }
}
