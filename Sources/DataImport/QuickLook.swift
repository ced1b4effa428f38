import Calendars
import ColumnStore

/// Tells most clean cells by their bytes, so that they cost next to nothing.
///
/// It never takes a cell for clean that the rules would change; it may miss clean ones.
struct QuickLook: Sendable {
  private let form: ColumnForm
  private let habit: ColumnHabit
  private let movesPoint: Bool
  private let takesPercent: Bool
  /// Whether the map has words of its own for cells of the column.
  private let hasWords: Bool

  init(_ form: ColumnForm, _ habit: ColumnHabit, pointShift: Int) {
    self.form = form
    self.habit = habit
    movesPoint = pointShift != 0
    takesPercent = form.unit.isShare || form.unit == .unknown
    hasWords = !form.aliases.isEmpty || !form.values.isEmpty || !form.missingMarks.isEmpty
  }

  /// Whether a cell is surely clean.
  func isClean(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell.isEmpty { return false }
    let looksClean =
      switch form.kind {
      case .number: isCleanNumber(cell)
      case .text: isCleanText(cell)
      case .identifier: isCleanIdentifier(cell)
      case .truth: isCleanTruth(cell)
      case .date: CivilDate(utf8: cell) != nil
      case .period: CivilPeriod(utf8: cell) != nil
      }
    return looksClean && (!hasWords || mapLeaves(cell))
  }

  /// Whether the map has no other word for a cell, nor forbids it.
  private func mapLeaves(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: cell, as: UTF8.self)
    if form.aliases[text] != nil || form.missingMarks.contains(text) { return false }
    return form.values.isEmpty || form.values.contains(text)
  }

  // MARK: Numbers

  private func isCleanNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if movesPoint || cell.count > 300 { return false }
    if cell[cell.count - 1] == UInt8(ascii: "%") {
      guard takesPercent, isPlain(cell, count: cell.count - 1) else { return false }
      return habit.scale == nil
    }
    guard isPlain(cell, count: cell.count) else { return false }
    guard let scale = habit.scale else { return true }
    guard let value = PlainDecimal.number(cell) else { return false }
    return scale.pointShift(value, form, isPercent: false) == nil
  }

  private func isPlain(_ cell: UnsafeBufferPointer<UInt8>, count: Int) -> Bool {
    var index = cell[0] == UInt8(ascii: "-") || cell[0] == UInt8(ascii: "+") ? 1 : 0
    var (digits, points) = (0, 0)
    while index < count {
      let byte = cell[index]
      if byte &- UInt8(ascii: "0") <= 9 {
        digits += 1
      } else if byte == UInt8(ascii: "."), points == 0 {
        points = 1
      } else {
        return false
      }
      index += 1
    }
    return digits > 0
  }

  // MARK: Words

  private func isCleanTruth(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell.count {
    case 1: cell[0] == UInt8(ascii: "1") || cell[0] == UInt8(ascii: "0")
    case 3: cell.elementsEqual("是".utf8) || cell.elementsEqual("否".utf8)
    case 4: cell.elementsEqual("TRUE".utf8) || cell.elementsEqual("true".utf8)
    case 5: cell.elementsEqual("FALSE".utf8) || cell.elementsEqual("false".utf8)
    default: false
    }
  }

  private func isCleanIdentifier(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell[0] | 0x20 == UInt8(ascii: "n") { return false }
    var digits = 0
    for byte in cell {
      if byte &- UInt8(ascii: "0") <= 9 {
        digits += 1
      } else if (byte | 0x20) &- UInt8(ascii: "a") > 25 {
        return false
      }
    }
    if case .digits(let length) = form.length, cell.count != length { return false }
    if digits < cell.count { return true }
    return digits <= 15
      && (form.length == .any
        || !habit.mayLackZeros(count: digits, first: Unicode.Scalar(cell[0])))
  }

  private func isCleanText(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = cell.count
    if Self.isDoubtfulAtStart(cell) || cell[count - 1] == UInt8(ascii: " ") { return false }
    var (hasSpace, hasHigh) = (false, false)
    var index = 0
    while index < count {
      let byte = cell[index]
      if byte >= 0x80 {
        hasHigh = true
        if Self.isDoubtful(cell, at: index) { return false }
      } else if byte <= 0x20 {
        if byte < 0x20 { return false }
        hasSpace = true
      }
      index += 1
    }
    return !(hasSpace && hasHigh)
  }

  /// Whether a text begins like a mark of a missing value, a spreadsheet's error, a formula, a mask
  /// or a space.
  private static func isDoubtfulAtStart(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell[0] {
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "("), UInt8(ascii: "-"),
      UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "*"),
      UInt8(ascii: "'"), UInt8(ascii: " "):
      return true
    case UInt8(ascii: "E"), UInt8(ascii: "e"): return cell.count == 7
    case 0xE2: return true
    case 0xE4, 0xE6, 0xE7: return doubtfulStarts.contains { cell.starts(with: $0) }
    default: return false
    }
  }

  private static let doubtfulStarts: [[UInt8]] = ["无", "無", "暂", "不", "空", "缺"].map {
    Array($0.utf8)
  }

  /// Whether a character that is not ASCII may be a space, invisible, full-width or damaged.
  private static func isDoubtful(_ cell: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let next = index + 1 < cell.count ? cell[index + 1] : 0
    return switch cell[index] {
    case 0xEF: true
    case 0xC2: next < 0xAE
    case 0xE1: next == 0x9A
    case 0xE2: next == 0x80 || next == 0x81
    case 0xE3: next == 0x80
    case 0xE9: next == 0x94
    default: false
    }
  }
}
