import Foundation
import FoundationXML

/// The tables of a page as they are printed: their kinds, and the kinds and texts of their rows.
final class PrintedTables: NSObject, XMLParserDelegate {
  /// A row of a table.
  struct Row {
    let kind: String
    var cells: [String] = []
    /// How many columns each cell takes.
    var spans: [Int] = []

    /// The last cell as a number; nil where it is none.
    var number: Decimal? { numbers.last ?? nil }

    /// The cells as numbers, by their column.
    var numbers: [Decimal?] {
      zip(cells, spans).flatMap { cell, span in
        [Decimal?](repeating: nil, count: span - 1) + [Self.number(cell)]
      }
    }

    private static func number(_ text: String) -> Decimal? {
      text.wholeMatch(of: /-?\d+(\.\d+)?/) == nil ? nil : Decimal(string: text)
    }
  }

  /// A table.
  struct Table {
    let kind: String
    var rows: [Row] = []
  }

  private(set) var tables: [Table] = []
  private var isCell = false

  init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    _ = parser.parse()
  }

  /// The tables of a kind whose numbers are small enough to be printed in whole units.
  func tables(_ kind: String) -> [Table] {
    tables.filter { table in
      table.kind == kind
        && !table.rows.contains { $0.numbers.contains { abs($0 ?? 0) > 1_000_000_000_000 } }
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let kind = attributes["class"] ?? ""
    switch name {
    case "table": tables.append(Table(kind: kind))
    case "tr": tables[tables.count - 1].rows.append(Row(kind: kind))
    case "td", "th":
      isCell = true
      let row = tables[tables.count - 1].rows.count - 1
      tables[tables.count - 1].rows[row].cells.append("")
      tables[tables.count - 1].rows[row].spans.append(Int(attributes["colspan"] ?? "") ?? 1)
    default: break
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "td" || name == "th" { isCell = false }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard isCell else { return }
    let (table, row) = (tables.count - 1, tables[tables.count - 1].rows.count - 1)
    tables[table].rows[row].cells[tables[table].rows[row].cells.count - 1] += string
  }
}

extension PrintedTables {
  /// What does not add up on a page, a sentence each.
  var faults: [String] {
    tables("scores").flatMap(Self.scoreFaults) + tables("waterfall").flatMap(Self.waterfallFaults)
      + tables("dimensions").flatMap(Self.differenceFaults)
      + (tables("pay") + tables("ranking")).flatMap(Self.columnFaults) + totalFaults
  }

  private static func sum(_ numbers: [Decimal?]) -> Decimal {
    numbers.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// Measures add up to dimensions, these to the total, and with the gates to the final value.
  private static func scoreFaults(_ table: Table) -> [String] {
    let rows = table.rows.dropFirst()
    var faults: [String] = []
    let dimensions = rows.filter { $0.kind == "part" }
    var current: Row?
    var measures: [Decimal] = []
    for row in Array(rows) + [Row(kind: "sum")]
    where row.kind == "part" || row.kind == "" || row.kind == "sum" {
      if row.kind == "" {
        if let number = row.number { measures.append(number) }
        continue
      }
      if let current, !measures.isEmpty, sum(measures) != current.number {
        faults.append("measures of \(current.cells[0]): \(measures)")
      }
      (current, measures) = (row.kind == "part" ? row : nil, [])
    }
    let sums = rows.filter { $0.kind == "sum" }
    if sum(dimensions.map(\.number)) != sums.first?.number { faults.append("dimensions") }
    let changes = rows.filter { $0.kind == "change" }
    if let total = sums.first?.number, total + sum(changes.map(\.number)) != sums.last?.number {
      faults.append("gates")
    }
    return faults
  }

  /// The mean and all parts add up to the score.
  private static func waterfallFaults(_ table: Table) -> [String] {
    sum(table.rows.dropLast().map(\.number)) == table.rows.last?.number ? [] : ["waterfall"]
  }

  /// Here less there is the difference.
  private static func differenceFaults(_ table: Table) -> [String] {
    table.rows.dropFirst().compactMap { row in
      let numbers = row.numbers.suffix(3).compactMap(\.self)
      return numbers.count == 3 && numbers[0] - numbers[1] == numbers[2]
        ? nil : "difference of \(row.cells[0])"
    }
  }

  /// Lines add up to the sum below them, in each column that has one.
  private static func columnFaults(_ table: Table) -> [String] {
    guard let sums = table.rows.last, sums.kind == "sum" else { return [] }
    let lines = table.rows.dropFirst().dropLast()
    return sums.numbers.enumerated().compactMap { column, number in
      guard let number else { return nil }
      let printed = sum(lines.map { $0.numbers[column] })
      return printed == number ? nil : "column \(column): \(printed) and not \(number)"
    }
  }

  /// Subtotals add up to the total, are those of the tables, and the budget is total and rest.
  private var totalFaults: [String] {
    tables("totals").flatMap { table -> [String] in
      let lines = table.rows.filter { $0.kind == "" }.dropFirst()
      guard let total = table.rows.first(where: { $0.kind == "sum" }) else { return ["no total"] }
      var faults = total.numbers.enumerated().compactMap { column, number -> String? in
        guard let number else { return nil }
        return Self.sum(lines.map { $0.numbers[column] }) == number ? nil : "total \(column)"
      }
      let subtotals = tables("pay").map { $0.rows.last?.numbers.compactMap(\.self) ?? [] }
      let parts = subtotals.map { $0.count }.max() ?? 0
      if lines.map({ $0.numbers.compactMap(\.self).suffix(parts) })
        != subtotals.map({ $0.suffix(parts) })
      {
        faults.append("the subtotals differ from those of the tables")
      }
      let budget = table.rows.filter { $0.kind == "budget" }.map(\.number)
      if budget.count == 2, let amount = total.number, let all = budget[0], let rest = budget[1],
        abs(all - amount) != rest
      {
        faults.append("budget")
      }
      return faults
    }
  }
}
