import DelimitedText
import Glibc

/// Reads rows in which nothing is unusual: as many fields as the header, plain numbers, texts without
/// spaces round them.
///
/// It never says that something is wrong: of a row that it does not understand it says nothing, and
/// what it wrote of it does not count.
final class FastRow {
  private let separator: UInt8
  private let width: Int
  private let fieldEnd: FieldEnd
  private let plans: UnsafeMutablePointer<FieldPlan>
  private let caches: UnsafeMutablePointer<ShortTextCache>
  private let cells: [CellReader]
  /// The row before this one's key, where it stands in the chunk.
  private var lastKey = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var lastKeyCode: Int32 = -1
  private var keys = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private let listsKeys: Bool
  /// The field after which nothing matters to the end of the line, if there is one.
  private let lastField: Int
  /// The powers of ten that up to seven decimals need.
  private let powers: UnsafeMutablePointer<Double>

  /// nil for texts with zero bytes, which are so rare that they may be read slowly, and where two
  /// columns read the same field.
  init?(
    _ map: HeaderMap, _ cells: [CellReader], separator: UInt8, _ survey: TextSurvey,
    _ reading: BatchReading
  ) {
    let wanted =
      (reading.keys != .none ? [map.key] : []) + (reading.readsColumns ? map.columns : [])
    if survey.hasZeroBytes || Set(wanted).count < wanted.count { return nil }
    // Within quotes lines may end.
    lastField = survey.hasQuotes || reading.readsColumns ? -1 : map.key
    listsKeys = reading.keys == .listed
    self.separator = separator
    self.cells = cells
    width = map.width
    powers = .allocate(capacity: 8)
    for (index, power) in [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7].enumerated() {
      (powers + index).initialize(to: power)
    }
    fieldEnd = FieldEnd(separator: separator)
    plans = .allocate(capacity: width)
    plans.initialize(repeating: FieldPlan(), count: width)
    caches = .allocate(capacity: cells.count)
    for index in cells.indices { (caches + index).initialize(to: ShortTextCache()) }
    if reading.readsColumns {
      for (index, field) in map.columns.enumerated() {
        plans[field] = FieldPlan(cells[index], column: index)
      }
    }
    if reading.keys != .none { plans[map.key].kind = .key }
  }

  deinit {
    for index in cells.indices { caches[index].free() }
    plans.deallocate()
    powers.deallocate()
    caches.deallocate()
  }

  /// Begins a new chunk, whose texts have other codes.
  func begin() {
    lastKey = UnsafeBufferPointer(start: nil, count: 0)
    for index in cells.indices { caches[index].removeAll() }
  }

  /// Takes note of where the batch keeps its rows.
  func bind(_ batch: RowBatch) {
    for field in 0..<width where plans[field].readsColumn {
      let column = batch.columns[plans[field].column]
      (plans[field].values, plans[field].codes) = (column.values, column.codes)
    }
    keys = batch.keys
  }

  /// Reads rows from `position` on until there are no more, or no more room for them, or one is
  /// unusual or an empty line.
  func readRows(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, line: inout Int,
    into batch: RowBatch
  ) {
    guard let base = bytes.baseAddress else { return }
    let end = base + bytes.count
    let (lines, starts) = (batch.lines, batch.starts)
    var place = base + position
    let first = batch.rowCount
    var row = first
    let room = batch.capacity
    while row < room, place < end, place.pointee != lineFeed, place.pointee != carriageReturn {
      lines[row] = Int32(truncatingIfNeeded: line + row - first)
      starts[row] = place - base
      guard let next = read(row, from: place, end, batch) else { break }
      place = next
      row += 1
    }
    batch.rowCount = row
    position = place - base
    line += row - first
  }

  /// Reads the record that begins at `start`; where the next begins, or nil.
  @inline(__always)
  private func read(
    _ row: Int, from start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ batch: RowBatch
  ) -> UnsafePointer<UInt8>? {
    var place = start
    for index in 0..<width {
      let plan = plans + index
      let next: UnsafePointer<UInt8>?
      switch plan.pointee.kind {
      case .number: next = number(plan, place, end, row, batch)
      case .text: next = text(plan, place, end, row, batch)
      case .none: next = skip(place, end)
      case .key: next = key(place, end, row, batch)
      case .other: next = other(plan, place, end, row, batch)
      }
      guard let next else { return nil }
      place = next
      if index == lastField {
        place = fieldEnd.findLineEnd(place, end)
        break
      }
      if index == width &- 1 { break }
      // Zeros stand behind the end, and no separator.
      guard place.pointee == separator else { return nil }
      place += 1
    }
    guard place < end else { return end }
    switch place.pointee {
    case lineFeed: return place + 1
    case carriageReturn: return place + (place + 1 < end && place[1] == lineFeed ? 2 : 1)
    default: return nil
    }
  }

  // MARK: Fields: each answers where it ends, or nil

  @inline(__always)
  private func number(
    _ plan: UnsafeMutablePointer<FieldPlan>, _ start: UnsafePointer<UInt8>,
    _ end: UnsafePointer<UInt8>, _ row: Int, _ batch: RowBatch
  ) -> UnsafePointer<UInt8>? {
    let isNegative = start.pointee == minus
    let text = isNegative ? start + 1 : start
    let word = DigitWord(text)
    guard word.marks != 0 else { return other(plan, start, end, row, batch) }
    let whole = word.digitCount
    var (value, next) = (0.0, text)
    if text[whole] == point {
      let marks = word.marks & (word.marks &- 1)
      let count = marks.trailingZeroBitCount &>> 3
      guard marks != 0, count > 1 else { return other(plan, start, end, row, batch) }
      value =
        Double(word.number(ofFirst: count &- 1, without: whole)) / powers[count &- whole &- 1]
      next = text + count
    } else {
      if whole == 0 { return other(plan, start, end, row, batch) }
      value = Double(word.number(ofFirst: whole))
      next = text + whole
    }
    // -0 is read as 0: 0 - 0 is 0.
    value = isNegative ? 0 - value : value
    guard endsField(next) || next == end else { return other(plan, start, end, row, batch) }
    guard value >= plan.pointee.minimum, value <= plan.pointee.maximum else { return nil }
    plan.pointee.values.unsafelyUnwrapped[row] = value
    return next
  }

  /// A cell of any kind but a text, read as usual: also a number that does not end within eight bytes
  /// or is in another unit, and a blank.
  private func other(
    _ plan: UnsafeMutablePointer<FieldPlan>, _ start: UnsafePointer<UInt8>,
    _ end: UnsafePointer<UInt8>, _ row: Int, _ batch: RowBatch
  ) -> UnsafePointer<UInt8>? {
    guard let (cell, next) = cell(start, end) else { return nil }
    let column = plan.pointee.column
    switch cells[column].read(cell, pool: &batch.texts) {
    case .value(let value): plan.pointee.values.unsafelyUnwrapped[row] = value
    case .missing: batch.columns[column].setMissing(row)
    case .code, .fault: return nil
    }
    return next
  }

  @inline(__always)
  private func text(
    _ plan: UnsafeMutablePointer<FieldPlan>, _ start: UnsafePointer<UInt8>,
    _ end: UnsafePointer<UInt8>, _ row: Int, _ batch: RowBatch
  ) -> UnsafePointer<UInt8>? {
    guard let (cell, next) = cell(start, end) else { return nil }
    let column = plan.pointee.column
    guard let text = cell.baseAddress, cell.count > 0 else {
      guard plan.pointee.allowsMissing else { return nil }
      batch.columns[column].setMissing(row)
      return next
    }
    let find = { () -> Int32? in
      if plan.pointee.allowsAnyText { return batch.texts.code(forUTF8: cell) }
      guard case .code(let code) = self.cells[column].read(cell, pool: &batch.texts) else {
        return nil
      }
      return code
    }
    let code =
      cell.count <= ShortTextCache.mostBytes
      ? caches[column].code(of: text, length: cell.count, orFind: find)
      : repeated(plan, cell, row, batch) ?? find()
    guard let code else { return nil }
    plan.pointee.codes.unsafelyUnwrapped[row] = code
    return next
  }

  /// The code of the row before, if its text is the same.
  private func repeated(
    _ plan: UnsafeMutablePointer<FieldPlan>, _ cell: UnsafeBufferPointer<UInt8>, _ row: Int,
    _ batch: RowBatch
  ) -> Int32? {
    guard row > 0 else { return nil }
    let last = plan.pointee.codes.unsafelyUnwrapped[row - 1]
    return last >= 0 && batch.texts.holds(cell, as: last) ? last : nil
  }

  @inline(__always)
  private func key(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ row: Int, _ batch: RowBatch
  ) -> UnsafePointer<UInt8>? {
    guard let (cell, next) = cell(start, end), let text = cell.baseAddress, cell.count > 0 else {
      return nil
    }
    // A detail table mostly lists one subject's rows together.
    var isRepeated = false
    if let last = lastKey.baseAddress, cell.count == lastKey.count {
      isRepeated = memcmp(text, last, cell.count) == 0
    }
    if listsKeys {
      lastKeyCode = batch.keyTexts.append(utf8: cell)
    } else if !isRepeated {
      lastKeyCode = batch.keyTexts.code(forUTF8: cell)
    }
    lastKey = cell
    keys[row] = lastKeyCode
    return next
  }

  @inline(__always)
  private func skip(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    if start.pointee == quote { return cell(start, end)?.next }
    return fieldEnd.find(start, end)
  }

  @inline(__always)
  private func endsField(_ place: UnsafePointer<UInt8>) -> Bool {
    let byte = place.pointee
    return byte == separator || byte == lineFeed || byte == carriageReturn
  }

  /// A field's value and where the field ends; nil when it has spaces round it, or quotes or lines in
  /// it.
  @inline(__always)
  private func cell(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (UnsafeBufferPointer<UInt8>, next: UnsafePointer<UInt8>)? {
    if start.pointee == quote, start < end { return quoted(start, end) }
    let next = fieldEnd.find(start, end)
    if next > start, start.pointee == space || next[-1] == space { return nil }
    return (UnsafeBufferPointer(start: start, count: next - start), next)
  }

  private func quoted(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (UnsafeBufferPointer<UInt8>, next: UnsafePointer<UInt8>)? {
    let text = start + 1
    guard let found = memchr(text, Int32(quote), end - text) else { return nil }
    let close = text + (UnsafeRawPointer(found) - UnsafeRawPointer(text))
    let next = close + 1
    if next < end, !endsField(next) { return nil }
    let cell = UnsafeBufferPointer(start: text, count: close - text)
    if cell.contains(lineFeed) || cell.contains(carriageReturn) { return nil }
    if cell.first == space || cell.last == space { return nil }
    return (cell, next)
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let space = UInt8(ascii: " ")
private let minus = UInt8(ascii: "-")
private let point = UInt8(ascii: ".")
