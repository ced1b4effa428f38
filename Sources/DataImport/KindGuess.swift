/// What the cells of a column are, by its header and the first of them.
struct KindGuess {
  /// What they are read as.
  let kind: ColumnKind
  /// Whether percent signs stand among them.
  let hasPercentSigns: Bool

  /// A guess; three in four of the cells must fit, for others may be at fault.
  init(header: String, samples: [String]) {
    let filled = samples.filter { cell in
      if case .missing = CellRepairer(ColumnForm(.number)).repair(cell) { return false }
      return true
    }
    hasPercentSigns = filled.count { $0.hasSuffix("%") || $0.hasSuffix("％") } * 2 > filled.count
    kind = Self.kind(header, filled)
  }

  private static func kind(_ header: String, _ cells: [String]) -> ColumnKind {
    guard !cells.isEmpty else { return ColumnAliases.isIdentifier(header) ? .identifier : .text }
    if ColumnAliases.isIdentifier(header), share(cells, looksLikeIdentifier) { return .identifier }
    if ColumnAliases.isPeriod(header), fits(cells, .period) { return .period }
    if ColumnAliases.isDate(header), fits(cells, .date) { return .date }
    // Where a header says 万元 or %, what is no number is at fault.
    if let unit = HeaderUnit.find(header)?.unit, unit.isMoney || unit.isShare { return .number }
    if share(cells, { $0.utf8.first == 48 && $0.utf8.count >= 3 && $0.allSatisfy(\.isNumber) }) {
      return .identifier
    }
    if fits(cells, .number), !share(cells, isTimeOnly) {
      return cells.contains(where: hasLeadingZero) && share(cells, isDigits)
        && Set(cells.map(\.count)).count == 1 ? .identifier : .number
    }
    if fits(cells, .date), share(cells, { !isDigits($0) || $0.count == 8 }) { return .date }
    if fits(cells, .period) { return .period }
    if fits(cells, .truth) { return .truth }
    return share(cells, { looksLikeIdentifier($0) && $0.contains(where: \.isNumber) })
      ? .identifier : .text
  }

  /// Whether nearly all cells can be read as this kind.
  private static func fits(_ cells: [String], _ kind: ColumnKind) -> Bool {
    let repairer = CellRepairer(ColumnForm(kind))
    return share(cells) { cell in
      switch repairer.repair(cell) {
      case .unchanged, .fixed, .asked: true
      default: false
      }
    }
  }

  private static func share(_ cells: [String], _ condition: (String) -> Bool) -> Bool {
    cells.count(where: condition) * 4 >= cells.count * 3
  }

  /// A day or period, which as digits alone would be a number too.
  private static func isTimeOnly(_ cell: String) -> Bool {
    isDigits(cell) && cell.count == 8 && cell.hasPrefix("20")
      && CellRepairer(ColumnForm(.date)).repair(cell) == .unchanged
  }

  private static func isDigits(_ cell: String) -> Bool {
    cell.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func hasLeadingZero(_ cell: String) -> Bool {
    cell.utf8.first == 48 && cell.utf8.count > 1 && isDigits(cell)
  }

  private static func looksLikeIdentifier(_ cell: String) -> Bool {
    let plain = cell.filter { !$0.isWhitespace }
    return !plain.isEmpty && plain.count <= 40
      && plain.unicodeScalars.allSatisfy {
        $0.value < 0x80 && $0.properties.isAlphabetic || SignCharacters.isDigit($0)
          || (0xFF10...0xFF5A).contains($0.value) || "-_.+'=\"".unicodeScalars.contains($0)
      }
  }
}
