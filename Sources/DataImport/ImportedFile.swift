/// A file of an import, open, with what was found in it.
final class ImportedFile {
  /// As the user named it.
  let name: String
  /// Its place among the files of the import.
  let index: Int
  let source: Int
  let rows: any RowSource
  let layout: FileLayout
  /// What its columns hold, once it was read.
  var profiles: [ColumnProfile]?
  /// Whether the rows reach its totals.
  var totals: TotalsLedger
  /// Rows in which a number is far from that of its neighbour: by column the first ones.
  var farRows: [Int: FarRows] = [:]
  /// Rows of people who are split, where it is not said what becomes of all numbers.
  var splitRows = FarRows()

  /// Rows that somebody is asked about.
  struct FarRows {
    var count = 0
    var examples: [ImportQuestion.Example] = []

    mutating func add(_ other: FarRows) {
      count += other.count
      examples += other.examples.prefix(max(0, 5 - examples.count))
    }
  }

  init(_ name: String, index: Int, source: Int, rows: any RowSource, layout: FileLayout, width: Int)
  {
    (self.name, self.index, self.source) = (name, index, source)
    (self.rows, self.layout) = (rows, layout)
    totals = TotalsLedger(width: width)
  }

  /// Whether cells were seen whose meaning only the whole column tells, and the map has decided it.
  var needsSecondLook: Bool {
    (profiles ?? []).contains { profile in
      !profile.doubts.isEmpty || profile.form.scale != nil || profile.form.length == .reject
        || ColumnHabit(profile).roundsIdentifiers
    }
  }

  /// Begins to compare totals anew.
  func forgetTotals() {
    totals = TotalsLedger(width: totals.width)
    farRows = [:]
    splitRows = FarRows()
  }
}
