/// Looks at the rows of one sheet, one after the other, in memory that does not grow with them.
final class SheetInspector {
  /// A header is looked for among so many rows, and what columns hold is guessed by them.
  private static let headRows = 200
  /// Keys are compared up to so many rows.
  private static let mostKeys = 500_000

  private let name: String?
  private let isHidden: Bool
  private let leavesBlanksOut: Bool
  private let expected: ColumnMatcher
  private let mergedRangeCount: Int
  private var head: [HeaderGuess.Row] = []
  private var broken: [Int: String] = [:]
  private var header = HeaderGuess([])
  private var sorter: LineSorter?
  private var columns: [ColumnTally] = []
  private var hashes: [UInt64] = []
  private var isHeadTaken = false
  private var hasRows = false
  private var rowCount = 0
  private var lines: [String: (words: String, count: Int, lines: [Int])] = [:]
  private var key: Int?
  private var period: Int?
  private var keys = DistinctCounter(limit: mostKeys)
  private var keysInPeriod = DistinctCounter(limit: mostKeys)
  private var wholeRows = DistinctCounter(limit: mostKeys)

  /// Whether its header is still looked for.
  var isInHead: Bool { !isHeadTaken }

  init(
    name: String?, isHidden: Bool, leavesBlanksOut: Bool, mergedRangeCount: Int,
    expected: ColumnMatcher
  ) {
    (self.name, self.isHidden, self.leavesBlanksOut) = (name, isHidden, leavesBlanksOut)
    (self.mergedRangeCount, self.expected) = (mergedRangeCount, expected)
  }

  /// Takes the next row; `fault` is what is wrong with its quotes.
  func take(_ cells: [UnsafeBufferPointer<UInt8>], line: Int, fault: String? = nil) {
    hasRows = true
    guard isHeadTaken else {
      head.append(
        HeaderGuess.Row(line: line, cells: cells.map { String(decoding: $0, as: UTF8.self) }))
      broken[line] = fault
      if head.count == Self.headRows { takeHead() }
      return
    }
    count(cells, line: line, fault: fault)
  }

  /// Everything that was found.
  func finish() -> SheetInspection {
    if !isHeadTaken { takeHead() }
    if wholeRows.repeated > 0 {
      lines["repeated-row"] = (
        "the same row stands there before", wholeRows.repeated, wholeRows.lines
      )
    }
    let duplicates =
      keys.repeated == 0
      ? nil
      : SheetInspection.Occurrence(
        name: "repeated-key", words: "the key stands there before", count: keys.repeated,
        lines: keys.lines)
    return SheetInspection(
      name: name, isHidden: isHidden, headerLines: header.lines,
      titles: header.titles.map { $0.cells.filter { !$0.isEmpty }.joined(separator: " ") },
      hasRows: hasRows, rowCount: rowCount, mergedRangeCount: mergedRangeCount,
      columns: columns.map(\.inspection),
      lines: lines.sorted { $0.key < $1.key }.map {
        SheetInspection.Occurrence(
          name: $0.key, words: $0.value.words, count: $0.value.count, lines: $0.value.lines)
      },
      key: key, keyIsUnique: key == nil || keys.isFull ? nil : keys.repeated == 0,
      keyIsUniqueInPeriod: period == nil || keysInPeriod.isFull ? nil : keysInPeriod.repeated == 0,
      repeatedKeys: duplicates, period: period)
  }

  // MARK: The head

  private func takeHead() {
    isHeadTaken = true
    header = HeaderGuess(head)
    guard let last = header.lines.last else { return }
    let rows = head.filter { $0.line > last }
    let headers = FileLayout.joined(header.rows)
    columns = headers.indices.map { index in
      let samples = rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
      return ColumnTally(
        header: headers[index], samples: samples.filter { !HeaderGuess.Row.isBlank($0) },
        expected: expected)
    }
    hashes = Array(repeating: 0, count: columns.count)
    period = columns.firstIndex { $0.profile.form.kind == .period }
    key = Self.key(among: columns, rows)
    let forms = columns.map(\.profile.form)
    let source = MapSource(
      name: "",
      columns: forms.enumerated().map { MapColumn(name: "\($0.offset)", form: $0.element) })
    sorter = LineSorter(
      source, FileLayout(headers: headers, forms: forms), key: key)
    let arena = ByteArena()
    for row in rows {
      count(row.cells.map { arena.copy($0) }, line: row.line, fault: broken[row.line])
    }
    (head, broken) = ([], [:])
  }

  /// The column that names the rows: an identifier, by its header or the first of them; else a text
  /// that is never twice the same.
  private static func key(among columns: [ColumnTally], _ rows: [HeaderGuess.Row]) -> Int? {
    let identifiers = columns.indices.filter { columns[$0].profile.form.kind == .identifier }
    if let known = identifiers.first(where: { ColumnAliases.group(columns[$0].header) == 0 }) {
      return known
    }
    if let first = identifiers.first { return first }
    return columns.indices.first { index in
      guard columns[index].profile.form.kind == .text, rows.count > 1 else { return false }
      let cells = rows.map { $0.cells.indices.contains(index) ? $0.cells[index] : "" }
      return !cells.contains(where: HeaderGuess.Row.isBlank) && Set(cells).count == cells.count
    }
  }

  // MARK: Rows

  private func count(_ cells: [UnsafeBufferPointer<UInt8>], line: Int, fault: String?) {
    if let fault { return note("broken-quotes", fault, line) }
    let filled = cells.count { !LineSorter.isBlank($0) }
    guard filled > 0 else { return }
    if let rule = sorter?.rule(cells[...], filled: filled) {
      return note(rule.rawValue, rule.words, line)
    }
    let isTooWide =
      cells.count > columns.count
      && !cells.dropFirst(columns.count).allSatisfy(LineSorter.isBlank)
    if isTooWide || cells.count < columns.count && !leavesBlanksOut {
      return note("other-width", "the row has more or fewer fields than the header", line)
    }
    rowCount += 1
    let blank = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var row = Fingerprint()
    for index in columns.indices {
      let cell = index < cells.count ? cells[index] : blank
      hashes[index] = Fingerprint.of(cell)
      row.add(cell)
      columns[index].add(cell, hashes[index], line: line)
    }
    wholeRows.add(row.first, line: line)
    guard let key, key < cells.count, !LineSorter.isBlank(cells[key]) else { return }
    keys.add(hashes[key], line: line)
    if let period { keysInPeriod.add(hashes[key] &* 31 &+ hashes[period], line: line) }
  }

  private func note(_ name: String, _ words: String, _ line: Int) {
    var found = lines[name] ?? (words, 0, [])
    found.count += 1
    if found.lines.count < CellExamples.most { found.lines.append(line) }
    lines[name] = found
  }
}
