import ScoringPlan

extension Plan {
  /// Whether a population loaded for one of the plans can be scored by the other: the tables are
  /// read alike.
  public func readsSameTables(as other: Plan) -> Bool {
    tables.count == other.tables.count
      && zip(tables, other.tables).allSatisfy { one, other in
        // Formulas may need other registers of the same table.
        one.name == other.name && one.keyName == other.keyName
          && one.keyHeaders == other.keyHeaders && one.columns == other.columns
          && one.uniqueBy == other.uniqueBy && one.order == other.order
          && one.ignoresUnknownKeys == other.ignoresUnknownKeys
      }
  }

  /// Whether two plans compute the same but for their parameter values; what titles say does not
  /// matter.
  package func hasSameStructure(as other: Plan) -> Bool {
    decimals == other.decimals && tables == other.tables && parameters == other.parameters
      && curves == other.curves && lookups == other.lookups
      && stages.map(\.untitled) == other.stages.map(\.untitled) && payroll == other.payroll
  }
}

extension Stage {
  /// The stage without the titles in it, which are for people.
  fileprivate var untitled: Stage {
    switch self {
    case .rank(let rankings):
      .rank(
        rankings.map {
          Ranking(
            name: $0.name, by: $0.by, within: $0.within, ineligible: $0.ineligible,
            result: $0.result)
        })
    case .grade(let gradings):
      .grade(
        gradings.map { grading in
          Grading(
            name: grading.name, title: nil, by: grading.by, within: grading.within,
            ties: grading.ties,
            bands: grading.bands.map { Grading.Band(grade: $0.grade, title: nil, limit: $0.limit) },
            ineligible: grading.ineligible, result: grading.result)
        })
    default: self
    }
  }
}
