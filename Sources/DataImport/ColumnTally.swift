/// Counts what stands in a column, cell by cell.
struct ColumnTally {
  /// How many different values are counted.
  static let mostDistinct = 1000
  private static let mostExamples = 3
  /// Names of what numbers are of are few.
  private static let mostValues = 30

  let header: String
  let guess: KindGuess
  let unit: (unit: CellUnit, isInBrackets: Bool)?
  let matches: [ColumnInspection.Match]
  private(set) var profile: ColumnProfile
  private var distinct = DistinctCounter(limit: mostDistinct)
  private var values: [String] = []

  init(header: String, samples: [String], expected: ColumnMatcher) {
    self.header = header
    guess = KindGuess(header: header, samples: samples)
    unit = HeaderUnit.find(header)
    let found = expected.matches(header)
    matches = found.map { ColumnInspection.Match(table: $0.table, column: $0.column.name) }
    let known = found.first?.column
    var kind = known?.kind ?? guess.kind
    // A policy calls identifiers texts.
    if kind == .text, guess.kind == .identifier { kind = .identifier }
    let fileUnit = unit?.unit ?? (guess.hasPercentSigns ? .percent : .unknown)
    let target = known?.unit ?? fileUnit
    var form = ColumnForm(
      kind, unit: kind == .number ? target : .unknown,
      fileUnit: kind == .number ? (unit?.unit ?? target) : .unknown)
    form.values = Set(known?.values ?? [])
    profile = ColumnProfile(form)
  }

  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, _ hash: UInt64, line: Int) {
    profile.add(cell, line: line)
    guard !LineSorter.isBlank(cell), distinct.add(hash, line: line),
      values.count < Self.mostValues
    else { return }
    let text = String(decoding: cell.prefix(120), as: UTF8.self)
    values.append(text.count > 40 ? text.prefix(40) + "..." : text)
  }

  var inspection: ColumnInspection {
    let rejections = Set(RejectionReason.allCases.map(\.rawValue))
    return ColumnInspection(
      header: header, unit: unit?.unit, isUnitSeen: unit?.isInBrackets ?? false,
      kind: profile.form.kind, hasPercentSigns: guess.hasPercentSigns,
      filledCount: profile.cellCount - profile.missingCount, missingCount: profile.missingCount,
      distinctCount: distinct.count, hasMoreDistinct: distinct.isFull,
      examples: Array(values.prefix(Self.mostExamples)), values: values,
      // That a file has another unit than the table is no fault of its cells.
      faults: profile.faults.filter { $0.name != RepairRule.unitOfColumn.rawValue }.map {
        ColumnInspection.Fault(
          name: $0.name, words: $0.words, isRejected: rejections.contains($0.name),
          count: $0.count, examples: $0.examples)
      },
      matches: matches, profile: profile)
  }
}
