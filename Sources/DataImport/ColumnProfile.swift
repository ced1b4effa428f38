import Calendars
import ColumnStore

/// What a column holds, from reading all of its cells once in bounded memory: what a single cell
/// does not tell.
public struct ColumnProfile: Sendable {
  /// What the column is to become.
  public let form: ColumnForm
  /// How many cells are clean.
  public private(set) var cleanCount = 0
  /// How many hold no value, blank or marked so.
  public private(set) var missingCount = 0

  private(set) var repairs: [RepairRule: CellExamples] = [:]
  private(set) var rejections: [RejectionReason: CellExamples] = [:]
  private(set) var doubts: [Doubt: CellExamples] = [:]
  /// How many numbers lie at each power of two, and the first of them.
  private(set) var scales: [Int: CellExamples] = [:]
  private(set) var identifiers = IdentifierCounts()
  /// The most digits of an identifier that begins with a zero in the same column of other files, once
  /// they are known: where one system keeps the zeros, another may have lost them.
  var zeroLedElsewhere = 0
  private(set) var identifiersWithoutZero: [Int: CellExamples] = [:]
  private(set) var blanks = BlankRuns()
  private(set) var blankExamples = CellExamples()
  private(set) var periodLengths: [Int: Int] = [:]
  /// For each length of periods, the days that neither begin nor end one of that length.
  private(set) var unfitDays: [Int: CellExamples] = [:]

  private let repairer: CellRepairer
  /// For columns of periods, repairers that know how long the others last.
  private let dayRepairers: [(length: Int, repairer: CellRepairer)]

  /// The profile of no cells.
  public init(_ form: ColumnForm) {
    self.form = form
    repairer = CellRepairer(form)
    let lengths = form.kind == .period ? [1, 3, 6, 12] : []
    dayRepairers = lengths.map { ($0, CellRepairer(form, ColumnHabit(periodLength: $0))) }
  }

  /// How many cells there are.
  public var cellCount: Int { blanks.cellCount }

  /// Takes the next cell, from the first of the column to the last. `line` is its line in the file.
  public mutating func add(_ cell: UnsafeBufferPointer<UInt8>, line: Int) {
    add(cell, repairer.repair(cell), line: line)
  }

  /// Takes the next cell, of which it is known what becomes of it without a profile.
  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, _ outcome: CellOutcome, line: Int) {
    note(outcome, cell, line)
    switch outcome {
    case .unchanged:
      cleanCount += 1
      addValue(cell, cell, line)
    case .fixed(var text, let rules):
      for rule in rules { repairs[rule, default: CellExamples()].add(cell, line: line) }
      text.withUTF8 { addValue($0, cell, line) }
    case .missing(let rules):
      missingCount += 1
      for rule in rules { repairs[rule, default: CellExamples()].add(cell, line: line) }
    case .fromAbove: missingCount += 1
    case .rejected(let reason): rejections[reason, default: CellExamples()].add(cell, line: line)
    case .asked(let doubt):
      doubts[doubt, default: CellExamples()].add(cell, line: line)
      if doubt == .period { addDay(cell, line) }
    }
  }

  /// Takes the next cell of that text.
  public mutating func add(_ text: String, line: Int) {
    var text = text
    text.withUTF8 { add($0, line: line) }
  }

  private mutating func note(
    _ outcome: CellOutcome, _ cell: UnsafeBufferPointer<UInt8>, _ line: Int
  ) {
    let isBlank =
      switch outcome {
      case .missing(let rules): !rules.contains(.missingMark) && !rules.contains(.alias)
      case .fromAbove: true
      case .unchanged, .fixed, .rejected, .asked: cell.isEmpty
      }
    blanks.add(isBlank: isBlank)
    if isBlank { blankExamples.add(cell, line: line) }
  }

  /// Takes a value in repaired form.
  private mutating func addValue(
    _ value: UnsafeBufferPointer<UInt8>, _ cell: UnsafeBufferPointer<UInt8>, _ line: Int
  ) {
    switch form.kind {
    case .number: addNumber(value, cell, line)
    case .identifier:
      identifiers.add(value)
      if let first = value.first, first != UInt8(ascii: "0"),
        value.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 })
      {
        let count = min(value.count, IdentifierCounts.mostLengths)
        identifiersWithoutZero[count, default: CellExamples()].add(cell, line: line)
      }
    case .period:
      if let period = CivilPeriod(utf8: value) { periodLengths[period.length, default: 0] += 1 }
    case .text, .truth, .date: break
    }
  }

  /// Takes a day in a column of periods.
  private mutating func addDay(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int) {
    for (length, repairer) in dayRepairers {
      if case .fixed = repairer.repair(cell) { continue }
      unfitDays[length, default: CellExamples()].add(cell, line: line)
    }
  }

  private mutating func addNumber(
    _ value: UnsafeBufferPointer<UInt8>, _ cell: UnsafeBufferPointer<UInt8>, _ line: Int
  ) {
    let isPercent = value.last == UInt8(ascii: "%")
    if isPercent, !form.unit.isShare { return }
    let digits = isPercent ? UnsafeBufferPointer(rebasing: value.dropLast()) : value
    guard var number = PlainDecimal.number(digits), number != 0 else { return }
    if isPercent, form.unit == .ratio { number /= 100 }
    scales[Int(number.magnitude.exponent), default: CellExamples()].add(cell, line: line)
  }

  /// How many numbers lie at each power of two.
  var octaves: [Int: Int] { scales.mapValues(\.count) }

  /// Takes the cells of a profile of the same column that come after all of these.
  public mutating func merge(_ next: ColumnProfile) {
    cleanCount += next.cleanCount
    missingCount += next.missingCount
    repairs.merge(next.repairs, uniquingKeysWith: Self.joined)
    rejections.merge(next.rejections, uniquingKeysWith: Self.joined)
    doubts.merge(next.doubts, uniquingKeysWith: Self.joined)
    scales.merge(next.scales, uniquingKeysWith: Self.joined)
    identifiers.merge(next.identifiers)
    identifiersWithoutZero.merge(next.identifiersWithoutZero, uniquingKeysWith: Self.joined)
    blanks.merge(next.blanks)
    blankExamples.merge(next.blankExamples)
    periodLengths.merge(next.periodLengths, uniquingKeysWith: +)
    unfitDays.merge(next.unfitDays, uniquingKeysWith: Self.joined)
  }

  private static func joined(_ first: CellExamples, _ next: CellExamples) -> CellExamples {
    var joined = first
    joined.merge(next)
    return joined
  }
}
