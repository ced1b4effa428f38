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

  /// Whether two plans compute the same but for their parameter values.
  func hasSameStructure(as other: Plan) -> Bool {
    decimals == other.decimals && tables == other.tables && parameters == other.parameters
      && curves == other.curves && lookups == other.lookups
      && stages == other.stages && payroll == other.payroll
  }
}
