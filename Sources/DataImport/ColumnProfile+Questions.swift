import Calendars

extension ColumnProfile {
  /// What has to be decided before the column can be imported; empty where the map has decided all.
  ///
  /// A repairer that has seen the profile asks about the same cells.
  public func questions() -> [ColumnQuestion] {
    let habit = ColumnHabit(self)
    return [
      scaleQuestion(habit), lengthQuestion(habit), blanksQuestion(habit), shortDateQuestion,
      yearsQuestion, yearQuestion, periodQuestion(habit),
    ].compactMap { $0 }
  }

  private func scaleQuestion(_ habit: ColumnHabit) -> ColumnQuestion? {
    guard form.scale == nil, let scale = habit.scale else { return nil }
    var odd = CellExamples()
    for (octave, examples) in scales.sorted(by: { $0.key < $1.key })
    where scale.pointShift(octave: octave, form.unit) != nil {
      odd.merge(examples)
    }
    return question(
      .scale, odd,
      "the other numbers of the column are of another size; is the point of these in the wrong place?",
      [
        ("scale: move-point", "their point is moved to where the others have it"),
        ("scale: as-written", "they stay as they are"),
        ("scale: reject", "their rows are rejected"),
      ])
  }

  private func lengthQuestion(_ habit: ColumnHabit) -> ColumnQuestion? {
    guard form.length == nil, form.kind == .identifier else { return nil }
    var short = CellExamples()
    for (count, examples) in identifiersWithoutZero.sorted(by: { $0.key < $1.key })
    where habit.mayLackZeros(count: count, first: "1") {
      short.merge(examples)
    }
    let length = max(identifiers.usualLength ?? 0, habit.zeroLedLength)
    return question(
      .length, short,
      "other identifiers of the column begin with zeros; have these lost theirs?",
      [
        ("length: \(length)", "zeros are put in front up to \(length) digits"),
        ("length: any", "they stay as they are"),
        ("length: reject", "their rows are rejected"),
      ])
  }

  private func blanksQuestion(_ habit: ColumnHabit) -> ColumnQuestion? {
    guard form.blanks == nil, habit.looksMerged else { return nil }
    return question(
      .blanks, blankExamples, "blank cells stand below values; are they merged cells?",
      [
        ("blanks: fill-down", "they take the value of the cell above"),
        ("blanks: missing", "they are missing"),
        ("blanks: reject", "their rows are rejected"),
      ])
  }

  private var shortDateQuestion: ColumnQuestion? {
    question(
      .shortDates, doubts[.shortDates], "in which order do these dates have day, month and year?",
      [
        ("short_dates: day-month-year", "3/4/24 is the 3rd of April 2024"),
        ("short_dates: month-day-year", "3/4/24 is the 4th of March 2024"),
        ("short_dates: year-month-day", "3/4/24 is the 24th of April 2003"),
        ("short_dates: reject", "their rows are rejected"),
      ])
  }

  private var yearsQuestion: ColumnQuestion? {
    question(
      .years, doubts[.years], "are these years of the Republic, so that 113 is 2024?",
      [
        ("years: minguo", "years of two or three digits are such years"),
        ("years: reject", "rows with years of three digits are rejected"),
      ])
  }

  private var yearQuestion: ColumnQuestion? {
    question(
      .year, doubts[.year], "of which year are these periods?",
      [("year: 2026", "they are periods of that year")])
  }

  private func periodQuestion(_ habit: ColumnHabit) -> ColumnQuestion? {
    let unfit = habit.periodLength.map { unfitDays[$0] } ?? doubts[.period]
    return question(
      .period, unfit, "for which periods do these days stand?",
      [
        ("period: month", "for the month in which they lie"),
        ("period: quarter", "for the quarter in which they lie"),
        ("period: half", "for the half-year in which they lie"),
        ("period: year", "for the year in which they lie"),
      ])
  }

  private func question(
    _ doubt: Doubt, _ examples: CellExamples?, _ words: String,
    _ choices: [(entry: String, words: String)]
  ) -> ColumnQuestion? {
    guard let examples, examples.count > 0 else { return nil }
    return ColumnQuestion(
      doubt: doubt, words: words, count: examples.count, examples: examples.first,
      choices: choices.map { ColumnQuestion.Choice(entry: $0.entry, words: $0.words) })
  }

  /// What was found in the column by name of rule, reason or doubt: how often, with the first
  /// examples.
  ///
  /// The doubts are those that a cell alone shows; `questions()` has all.
  public var faults: [(name: String, words: String, count: Int, examples: [ColumnQuestion.Example])]
  {
    let repaired = RepairRule.allCases.map { ($0.rawValue, $0.words, repairs[$0]) }
    let rejected = RejectionReason.allCases.map { ($0.rawValue, $0.words, rejections[$0]) }
    return (repaired + rejected).compactMap { name, words, found in
      found.map { (name, words, $0.count, $0.first) }
    }
  }
}
