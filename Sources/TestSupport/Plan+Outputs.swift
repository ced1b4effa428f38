import ScorecardPolicy
import ScoringPlan

/// A value that is published for each subject.
public struct PlanOutput: Sendable {
  /// The name of its column; of a measure `dimension.measure`.
  public let name: String
  /// What its values are.
  public let type: ValueType
  /// Where it stands.
  public let register: Register
}

extension Plan {
  /// Every score: measures, dimensions, the total.
  public var scores: [PlanOutput] {
    let scores = layout.dimensions.flatMap { dimension in
      dimension.measures.map { ("\(dimension.name).\($0.name)", $0.score) }
        + [(dimension.name, dimension.score)]
    }
    return (scores + [("total", layout.total)]).map {
      PlanOutput(name: $0.0, type: .number, register: $0.1)
    }
  }

  /// Everything that is published but for the columns of the subject table: scores, the value after
  /// the gates (the total without gates), ranks, grades, results.
  public var outputs: [PlanOutput] {
    scores
      + [PlanOutput(name: "final", type: .number, register: layout.final ?? layout.total)]
      + rankings.map { PlanOutput(name: $0.name, type: .number, register: $0.result) }
      + gradings.map { PlanOutput(name: $0.name, type: .text, register: $0.result) }
      + layout.results.map { PlanOutput(name: $0.name, type: $0.type, register: $0.register) }
  }

  /// The columns of the subject table.
  var subjectColumns: [PlanOutput] {
    tables[0].columns.enumerated().map { index, column in
      PlanOutput(name: column.name, type: column.type, register: Register(index + 1))
    }
  }
}
