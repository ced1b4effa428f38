import Calendars

/// Reads the cells of one column and says what is wrong with them.
struct CellReader {
  /// What a cell holds.
  enum Reading {
    /// A number, 1 or 0 for a truth, or the number of a date or period.
    case value(Double)
    /// A text by its code.
    case code(Int32)
    /// Nothing, which is allowed.
    case missing
    /// What is not as specified.
    case fault
  }

  let specification: ColumnSpecification
  let minimum: Double
  let maximum: Double
  /// For each code of the pool up to the last allowed one, whether it is allowed; empty for any.
  let isAllowed: [Bool]

  /// A reader; the allowed texts are added to the pool.
  init(_ specification: ColumnSpecification, pool: inout TextPool) {
    self.specification = specification
    minimum = specification.minimum ?? -.infinity
    maximum = specification.maximum ?? .infinity
    let allowed = specification.allowedTexts.map { Int(pool.code(for: $0)) }
    var isAllowed = [Bool](repeating: false, count: (allowed.max() ?? -1) + 1)
    for code in allowed { isAllowed[code] = true }
    self.isAllowed = isAllowed
  }

  /// Reads a cell, given without spaces round it.
  func read(_ cell: UnsafeBufferPointer<UInt8>, pool: inout TextPool) -> Reading {
    if cell.isEmpty { return specification.allowsMissing ? .missing : .fault }
    switch specification.type {
    case .number:
      guard case .number(let value) = number(cell) else { return .fault }
      return bounded(value)
    case .text: return text(cell, pool: &pool)
    case .truth: return Self.truth(cell).map { .value($0 ? 1 : 0) } ?? .fault
    case .date: return CivilDate(utf8: cell).map { bounded(Double($0.number)) } ?? .fault
    case .period: return CivilPeriod(utf8: cell).map { bounded(Double($0.number)) } ?? .fault
    }
  }

  /// What is wrong with a cell that was read as a fault.
  func reason(for cell: UnsafeBufferPointer<UInt8>) -> String {
    if cell.isEmpty { return CellFault.blank(specification) }
    let text = String(decoding: cell, as: UTF8.self)
    switch specification.type {
    case .number:
      guard case .number(let value) = number(cell) else {
        return CellFault.number(text, specification)
      }
      return CellFault.bounds(value, text, specification)
    case .text: return CellFault.text(text, specification)
    case .truth: return CellFault.truth
    case .date: return time(CivilDate(utf8: cell)?.number, text)
    case .period: return time(CivilPeriod(utf8: cell)?.number, text)
    }
  }

  /// Whether a value lies within the bounds.
  func allows(_ value: Double) -> Bool { value >= minimum && value <= maximum }

  /// Whether a text may stand in the column.
  func allows(_ code: Int32) -> Bool {
    isAllowed.isEmpty || Int(code) < isAllowed.count && isAllowed[Int(code)]
  }

  private func time(_ number: Int?, _ text: String) -> String {
    number.map { CellFault.bounds(Double($0), text, specification) }
      ?? CellFault.time(text, specification)
  }

  private func bounded(_ value: Double) -> Reading { allows(value) ? .value(value) : .fault }

  private func number(_ cell: UnsafeBufferPointer<UInt8>) -> PlainDecimal.Reading {
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

  private func text(_ cell: UnsafeBufferPointer<UInt8>, pool: inout TextPool) -> Reading {
    if isAllowed.isEmpty { return .code(pool.code(forUTF8: cell)) }
    guard let code = pool.find(utf8: cell), allows(code) else { return .fault }
    return .code(code)
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
