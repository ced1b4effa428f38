/// Tells rows of data from lines that are none: totals, headers once more, page numbers, signatures.
struct LineSorter: Sendable {
  private let words: [[UInt8]]
  private let lastBytes: Set<UInt8>
  private let headers: [[UInt8]]
  /// The fields in which a total may be named, and that of the key.
  private let named: [Int]
  private let key: Int?

  private static let notes: [[UInt8]] = [
    "制表", "打印", "审核", "复核", "填表", "编制", "单位", "注：", "注:", "备注", "说明", "第", "共",
    "http", "www", "page", "Page", "数据来源",
  ].map { Array($0.utf8) }

  init(_ source: MapSource, _ layout: FileLayout, key column: Int?) {
    words = source.totals.words.map { word in
      Array(word.utf8).withUnsafeBufferPointer(Self.letters)
    }.filter { !$0.isEmpty }
    // Behind the word may stand spaces or a colon, wide ones too.
    lastBytes = Set(words.compactMap(\.last)).union(
      words.compactMap(\.last).map { 97...122 ~= $0 ? $0 - 32 : $0 } + [0x3A, 0x9A, 0x80])
    headers = layout.headers.map { Array($0.utf8) }
    key = column.flatMap { layout.fields[$0] }
    named = zip(source.columns, layout.fields).compactMap { column, field in
      [.text, .identifier, .period, .date].contains(column.form.kind) ? field : nil
    }
  }

  /// What a row is that may be no row of data; nil for a row of data.
  func rule(_ fields: ArraySlice<UnsafeBufferPointer<UInt8>>, filled: Int) -> DropRule? {
    if filled > 0, isTotal(fields) { return .totalRow }
    if isHeader(fields) { return .repeatedHeader }
    if filled <= 3, headers.count > 2 * filled, isNote(fields, filled: filled) { return .pageLine }
    return nil
  }

  /// Whether a cell is a word for totals, or ends with one in a row without key.
  private func isTotal(_ fields: ArraySlice<UnsafeBufferPointer<UInt8>>) -> Bool {
    for place in named where place < fields.count {
      if isTotal(fields[fields.startIndex + place], field: place, fields) { return true }
    }
    // A column that is not read may name the total as well, as its first one often does.
    guard let first = fields.firstIndex(where: { !Self.isBlank($0) }) else { return false }
    let place = first - fields.startIndex
    return !named.contains(place) && isTotal(fields[first], field: place, fields)
  }

  private func isTotal(
    _ cell: UnsafeBufferPointer<UInt8>, field: Int,
    _ fields: ArraySlice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    guard let last = cell.last, last < 0x30 || lastBytes.contains(last) else { return false }
    let plain = Self.letters(cell)
    for word in words where plain.count >= word.count && plain.suffix(word.count) == word[...] {
      if plain.count == word.count { return true }
      // A longer text, such as the name of a branch before the word, in a row that is nobody's.
      let keyIsBlank = key == field || key.map { isBlankField($0, fields) } ?? true
      if keyIsBlank, word.count >= 6 { return true }
    }
    return false
  }

  /// The bytes of a text without spaces and colons, ASCII letters small.
  private static func letters(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    var index = 0
    while index < cell.count {
      let isWide = index + 2 < cell.count
      if isWide, cell[index] == 0xE3, cell[index + 1] == 0x80, cell[index + 2] == 0x80 {
        index += 3
      } else if isWide, cell[index] == 0xEF, cell[index + 1] == 0xBC, cell[index + 2] == 0x9A {
        index += 3
      } else {
        let byte = cell[index]
        if byte > 0x20, byte != 0x3A { letters.append(byte | (65...90 ~= byte ? 0x20 : 0)) }
        index += 1
      }
    }
    return letters
  }

  private func isBlankField(
    _ place: Int, _ fields: ArraySlice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    place >= fields.count || Self.isBlank(fields[fields.startIndex + place])
  }

  private func isHeader(_ fields: ArraySlice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard fields.count <= headers.count, fields.count > 1 || headers.count == 1 else {
      return false
    }
    for (field, header) in zip(fields, headers) where !Self.same(field, header) { return false }
    return true
  }

  private func isNote(_ fields: ArraySlice<UnsafeBufferPointer<UInt8>>, filled: Int) -> Bool {
    guard let first = fields.firstIndex(where: { !Self.isBlank($0) }) else { return false }
    let place = first - fields.startIndex
    // A row that lacks all but its key is a row.
    if let key, key != place, !isBlankField(key, fields) { return false }
    let cell = Self.trimmed(fields[first])
    if Self.notes.contains(where: { cell.starts(with: $0) }) { return true }
    return filled == 1 && (cell.contains { $0 >= 0x80 } || key == nil) && cell.count > 6
  }

  private static func same(_ field: UnsafeBufferPointer<UInt8>, _ header: [UInt8]) -> Bool {
    let cell = trimmed(field)
    return cell.count == header.count && cell.elementsEqual(header)
  }

  static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (cell.startIndex, cell.endIndex)
    while start < end, cell[start] == 0x20 || cell[start] == 0x09 { start += 1 }
    while end > start, cell[end - 1] == 0x20 || cell[end - 1] == 0x09 { end -= 1 }
    return UnsafeBufferPointer(rebasing: cell[start..<end])
  }

  /// Whether a cell has nothing but spaces and tabs, full-width ones too.
  static func isBlank(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell.isEmpty { return true }
    guard let first = cell.first, first <= 0x20 || first == 0xE3 || first == 0xC2 else {
      return false
    }
    return String(decoding: cell, as: UTF8.self).allSatisfy(\.isWhitespace)
  }
}
