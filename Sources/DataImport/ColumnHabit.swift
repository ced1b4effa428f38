/// What a column's cells have in common, as far as it makes others of its cells doubtful.
struct ColumnHabit: Sendable {
  /// Where numbers lie; nil when spread out, or unknown.
  var scale: ScaleHabit?
  /// The most digits of identifiers that begin with a zero, here or in the same column of other files;
  /// 0 where none does. One is enough: where a spreadsheet takes some for numbers, those may be most.
  var zeroLedLength = 0
  /// Whether many identifiers of 16 digits end in a zero, more than by chance.
  var roundsIdentifiers = false
  /// Whether blanks look like those of merged cells.
  var looksMerged = false
  /// How many months all of its periods last; nil when that differs or is unknown.
  var periodLength: Int?

  /// Nothing is known of the column, but perhaps how long its periods last.
  init(periodLength: Int? = nil) { self.periodLength = periodLength }

  /// The habits of a column.
  init(_ profile: ColumnProfile) {
    if profile.form.kind == .number { scale = ScaleHabit(counts: profile.octaves) }
    zeroLedLength = max(profile.identifiers.longestZeroLed, profile.zeroLedElsewhere)
    roundsIdentifiers = profile.identifiers.looksRounded
    // Merged cells name what rows have in common: neither amounts nor answers.
    looksMerged = profile.blanks.looksMerged && ![.number, .truth].contains(profile.form.kind)
    if profile.periodLengths.count == 1 { periodLength = profile.periodLengths.keys.first }
  }

  /// Whether an identifier of so many digits that begins with this one may have lost zeros: others
  /// begin with one and are longer.
  func mayLackZeros(count: Int, first: Unicode.Scalar?) -> Bool {
    count < zeroLedLength && first != "0"
  }
}
