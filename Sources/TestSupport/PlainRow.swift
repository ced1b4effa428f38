import Calendars
import ScorecardPolicy
import ScoringPlan

/// One row of a `PlainTable` as values of a plan's table.
public struct PlainRow {
  /// The key and the columns, missing where a cell is blank or at fault.
  public let values: [Value]
  /// The columns at fault, the key among them by its name.
  private(set) var faults: Set<String> = []
  /// Whether the row has another number of cells than the header.
  let isCut: Bool

  /// A row by its index.
  public init(_ table: PlainTable, row: Int, _ plan: PlanTable) {
    let cells = table.cells(ofRow: row)
    isCut = cells == nil
    var values: [Value] = []
    func cell(_ headers: [String]) -> String? {
      let header = headers.first { table.header.contains($0) }
      return header.flatMap { name in
        cells?[name]
          ?? table.header.firstIndex(of: name).flatMap { index in
            table.rows[row].indices.contains(index) ? table.rows[row][index] : nil
          }
      }?.trimmed
    }
    let key = cell(plan.keyHeaders) ?? ""
    values.append(key.isEmpty ? .missing : .text(key))
    if key.isEmpty { faults.insert(plan.keyName) }
    for column in plan.columns {
      let value = isCut ? .missing : Self.value(cell(column.headers) ?? "", column)
      if value == nil { faults.insert(column.name) }
      values.append(value ?? .missing)
    }
    self.values = values
  }

  /// Whether anything is wrong with the row.
  var isFaulty: Bool { isCut || !faults.isEmpty }

  /// The bytes of the key; nil when it is missing.
  var key: [UInt8]? {
    if case .text(let key) = values[0] { Array(key.utf8) } else { nil }
  }

  /// What a cell holds; nil when the column does not allow it.
  private static func value(_ cell: String, _ column: PlanColumn) -> Value? {
    if cell.isEmpty { return column.allowsMissing ? .missing : nil }
    switch column.type {
    case .text:
      let allowed = column.allowedTexts
      return allowed.isEmpty || allowed.contains { $0.utf8.elementsEqual(cell.utf8) }
        ? .text(cell) : nil
    case .truth:
      if ["true", "1", "是"].contains(cell.lowercased()) { return .truth(true) }
      return ["false", "0", "否"].contains(cell.lowercased()) ? .truth(false) : nil
    case .number: return number(cell, column).flatMap { bounded($0, column) }
    case .date: return CivilDate(cell).flatMap { bounded(Double($0.number), column) }
    case .period: return CivilPeriod(cell).flatMap { bounded(Double($0.number), column) }
    }
  }

  private static func bounded(_ number: Double, _ column: PlanColumn) -> Value? {
    number < column.minimum ?? number || number > column.maximum ?? number ? nil : .number(number)
  }

  private static func number(_ cell: String, _ column: PlanColumn) -> Double? {
    let isPercent = cell.hasSuffix("%")
    let fileUnit = column.fileUnit ?? column.unit
    if isPercent, fileUnit != Unit(.ratio), fileUnit != Unit(.percent) { return nil }
    let plain = isPercent ? String(cell.dropLast()) : cell
    let digits = plain.drop { $0 == "-" || $0 == "+" }
    guard plain.count - digits.count <= 1, digits.contains(where: \.isNumber),
      digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }),
      digits.count(where: { $0 == "." }) <= 1
    else { return nil }
    var exponent = isPercent && fileUnit == Unit(.ratio) ? -2 : 0
    if let unit = column.unit, let fileUnit { exponent -= fileUnit.pointShift(to: unit) ?? 0 }
    let number = Double("\(plain.last == "." ? plain + "0" : plain)e\(exponent)")
    // Minus zero is read as zero.
    return number.flatMap { $0.isFinite ? $0 + 0 : nil }
  }
}

extension String {
  /// Without spaces at either end.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
