import ScorecardPolicy

/// The dirt of one file: how much there is of it, and what it must know of the table.
struct DirtLayer: Sendable {
  /// How often something happens.
  struct Rates: Sendable {
    /// A fault in a row, for each row.
    let row: Double
    /// The part of these that is a fault of the row as a whole.
    let wholeRow = 0.15
    /// A line that is no row, for each branch.
    let line: Double
    /// A field in quotes without need, for each row.
    let quotes: Double
  }

  let rates: Rates
  let dress: FileDress
  let isSubject: Bool
  let ignoresUnknownKeys: Bool
  /// Whether two equal rows are at fault: in the subject table, and where rows are unique.
  let refusesDuplicates: Bool
  /// Whether a row whose texts, dates and truths are blank is at fault.
  let refusesBlankTexts: Bool
  /// The key and the columns.
  let columns: [DirtColumn]

  /// The dirt of a table at a level from 1 to 3.
  init(
    _ level: Int, table: Int, _ policy: Policy, _ recipe: BankRecipe, _ use: PolicyUse, seed: UInt64
  ) {
    rates =
      [
        Rates(row: 0.001, line: 0, quotes: 0.01), Rates(row: 0.01, line: 0.02, quotes: 0.02),
        Rates(row: 0.08, line: 0.2, quotes: 0.05),
      ][max(0, min(2, level - 1))]
    let dress = FileDress.dirty(table: table, seed: seed)
    let declared = policy.tables[table]
    let columns = recipe.tables[table].columns
    let plans = Set(columns.filter { $0.kind == .attains }.map(\.reference))
    func header(_ column: ColumnDeclaration) -> String {
      (dress.usesOtherHeaders ? column.headers.dropFirst().first : nil) ?? column.name
    }
    self.dress = dress
    isSubject = table == 0
    ignoresUnknownKeys = declared.ignoresUnknownKeys
    refusesDuplicates = table == 0 || !declared.uniqueBy.isEmpty
    refusesBlankTexts = declared.columns.contains { $0.type != .number && $0.missing == .reject }
    self.columns =
      [DirtColumn(key: header(declared.key))]
      + declared.columns.enumerated().map { index, column in
        let name = PolicyUse.ColumnName(table: declared.name, column: column.name)
        return DirtColumn(
          column, header: header(column),
          isPlan: plans.contains(index) || use.divisors.contains(name),
          isBranch: columns[index].kind == .branch)
      }
  }

  /// What a strict reader makes of a row of that key, blank texts and these numbers.
  func effectOfTotal() -> FaultEffect {
    if !isSubject { return ignoresUnknownKeys ? .none : .reject }
    return refusesBlankTexts ? .reject : .none
  }
}
