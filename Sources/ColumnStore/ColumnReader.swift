import Calendars

/// Fills one column, cell by cell, and says what is wrong with a cell.
struct ColumnReader {
  let specification: ColumnSpecification
  /// The column so far; its states are made at the end, for most cells are present.
  private var column: Column
  private var missingRows: [Int32] = []
  private let type: ColumnType
  private let minimum: Double
  private let maximum: Double
  /// For each code of the pool up to the last allowed one, whether it is allowed; empty for any.
  private let isAllowed: [Bool]

  init(_ specification: ColumnSpecification, rowCapacity: Int, pool: inout TextPool) {
    self.specification = specification
    type = specification.type
    minimum = specification.minimum ?? -.infinity
    maximum = specification.maximum ?? .infinity
    let allowed = specification.allowedTexts.map { Int(pool.code(for: $0)) }
    var isAllowed = [Bool](repeating: false, count: (allowed.max() ?? -1) + 1)
    for code in allowed { isAllowed[code] = true }
    self.isAllowed = isAllowed
    column = Column(name: specification.name, type: specification.type)
    if type == .text {
      column.codes.reserveCapacity(rowCapacity)
    } else {
      column.values.reserveCapacity(rowCapacity)
    }
  }

  /// Appends a cell, given without spaces round it; answers what is wrong with it, or nil.
  mutating func append(
    _ cell: UnsafeBufferPointer<UInt8>, pool: inout TextPool
  ) -> String? {
    if cell.isEmpty { return appendBlank(pool: &pool) }
    switch type {
    case .number: return appendNumber(cell)
    case .text: return appendText(cell, pool: &pool)
    case .truth: return appendTruth(cell)
    case .date: return appendTime(CivilDate(utf8: cell)?.number, cell)
    case .period: return appendTime(CivilPeriod(utf8: cell)?.number, cell)
    }
  }

  /// Appends a cell that is missing, whatever the rule says.
  mutating func appendMissing() {
    missingRows.append(Int32(rowCount))
    if type == .text { column.codes.append(-1) } else { column.values.append(0) }
  }

  /// The whole column.
  consuming func finish() -> Column {
    column.states = [UInt8](repeating: Column.present, count: rowCount)
    for row in missingRows { column.states[Int(row)] = Column.missing }
    return column
  }

  private var rowCount: Int { type == .text ? column.codes.count : column.values.count }

  private mutating func appendBlank(pool: inout TextPool) -> String? {
    switch specification.missing {
    case .reject:
      appendMissing()
      return CellFault.blank(specification)
    case .allow:
      appendMissing()
    case .substitute(let number):
      switch type {
      case .number, .date, .period: column.values.append(number)
      case .truth: column.values.append(number == 0 ? 0 : 1)
      case .text: column.codes.append(pool.code(for: PlainDecimal.text(number)))
      }
    }
    return nil
  }

  private mutating func appendNumber(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    guard case .number(let value) = read(cell) else {
      appendMissing()
      return CellFault.number(String(decoding: cell, as: UTF8.self), specification)
    }
    return appendBounded(value, cell)
  }

  private mutating func appendTime(_ number: Int?, _ cell: UnsafeBufferPointer<UInt8>) -> String? {
    guard let number else {
      appendMissing()
      return CellFault.time(String(decoding: cell, as: UTF8.self), specification)
    }
    return appendBounded(Double(number), cell)
  }

  private mutating func appendBounded(
    _ value: Double, _ cell: UnsafeBufferPointer<UInt8>
  ) -> String? {
    guard value >= minimum, value <= maximum else {
      appendMissing()
      return CellFault.bounds(value, String(decoding: cell, as: UTF8.self), specification)
    }
    column.values.append(value)
    return nil
  }

  private func read(_ cell: UnsafeBufferPointer<UInt8>) -> PlainDecimal.Reading {
    let shift = specification.pointShift
    guard cell.last == UInt8(ascii: "%") else {
      return PlainDecimal.read(cell, movingPointLeft: shift)
    }
    let digits = UnsafeBufferPointer(rebasing: cell.dropLast())
    switch specification.percentMeaning {
    case .none: return .malformed
    case .fraction: return PlainDecimal.read(digits, movingPointLeft: shift + 2)
    case .percent: return PlainDecimal.read(digits, movingPointLeft: shift)
    }
  }

  private mutating func appendText(
    _ cell: UnsafeBufferPointer<UInt8>, pool: inout TextPool
  ) -> String? {
    if isAllowed.isEmpty {
      column.codes.append(pool.code(forUTF8: cell))
      return nil
    }
    if let code = pool.find(utf8: cell), Int(code) < isAllowed.count, isAllowed[Int(code)] {
      column.codes.append(code)
      return nil
    }
    appendMissing()
    return CellFault.text(String(decoding: cell, as: UTF8.self), specification)
  }

  private mutating func appendTruth(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    guard let truth = Self.truth(cell) else {
      appendMissing()
      return CellFault.truth
    }
    column.values.append(truth ? 1 : 0)
    return nil
  }

  private static func truth(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch cell.count {
    case 1 where cell[0] == UInt8(ascii: "1"): true
    case 1 where cell[0] == UInt8(ascii: "0"): false
    case 3 where cell.elementsEqual("是".utf8): true
    case 3 where cell.elementsEqual("否".utf8): false
    // Setting this bit makes a capital small; no other byte becomes one of these letters but by it.
    case 4 where cell.lazy.map({ $0 | 0x20 }).elementsEqual("true".utf8): true
    case 5 where cell.lazy.map({ $0 | 0x20 }).elementsEqual("false".utf8): false
    default: nil
    }
  }
}
