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
  /// Whether the file looks like a printed table: titles and groups of columns above the header,
  /// merged cells, amounts in yuan, negative ones in brackets.
  let isPrinted: Bool
  let isSubject: Bool
  let ignoresUnknownKeys: Bool
  /// Whether two equal rows are at fault: in the subject table, and where rows are unique.
  let refusesDuplicates: Bool
  /// Whether a row whose texts, dates and truths are blank is at fault.
  let refusesBlankTexts: Bool
  /// The key and the columns.
  let columns: [DirtColumn]

  /// The dirt of a table at a level from 1 to 4.
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
    isPrinted = level > 3
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
          isBranch: columns[index].kind == .branch, isPrinted: level > 3)
      }
  }

  /// The headers without the unit that a printed table has in them.
  var headersWithoutUnits: [String] {
    columns.map { $0.yuanShift > 0 ? String($0.header.dropLast(3)) : $0.header }
  }

  /// The faults that amounts in yuan are.
  var unitFaults: [Fault] {
    columns.filter { $0.yuanShift > 0 }.map {
      Fault(
        row: 0, line: 0, column: $0.header, kind: .headerUnit,
        original: String($0.header.dropLast(3)), written: $0.header, effect: .refuse)
    }
  }

  /// A cell as the file has it before there is dirt in it.
  func printed(_ cell: [UInt8], _ column: DirtColumn) -> [UInt8] {
    guard column.yuanShift > 0, let decimal = WrittenDecimal(cell) else { return cell }
    return decimal.shifted(column.yuanShift)
  }

  /// What stands above the header of a printed table: two titles, and the groups of columns.
  func linesAboveHeader() -> [(kind: DirtKind, fields: [[UInt8]])] {
    guard isPrinted else { return [] }
    let blank = columns.map { _ in [UInt8]() }
    var groups = blank
    groups[0] = Array("基本信息".utf8)
    if columns.count > 2 { groups[columns.count / 2] = Array("业绩指标".utf8) }
    let titles = ["客户经理业绩明细表", "制表日期：2026年4月1日　打印：系统管理员"]
    return titles.map { title in (.titleRow, [Array(title.utf8)] + blank.dropFirst()) }
      + [(.groupRow, groups)]
  }

  /// What a strict reader makes of a row of that key, blank texts and these numbers.
  func effectOfTotal() -> FaultEffect {
    if !isSubject { return ignoresUnknownKeys ? .none : .reject }
    return refusesBlankTexts ? .reject : .none
  }
}
