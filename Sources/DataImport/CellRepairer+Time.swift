import Calendars

// Dates and periods.
extension CellRepairer {
  func repairDate(_ draft: inout CellDraft) -> CellOutcome {
    takeOffTimeDress(&draft)
    if CivilDate(draft.text) != nil { return draft.outcome }
    takeOffTimeOfDay(&draft)
    if let undecided = makeYearCivil(&draft) { return undecided }
    if CivilDate(draft.text) != nil { return draft.outcome }
    if let day = spreadsheetDay(&draft) { return .fixed(day.description, draft.rules) }
    switch WrittenDate.read(draft.text) {
    case .none: return .rejected(.notADate)
    case .noSuchDay: return .rejected(.noSuchDay)
    case .short(let parts, let hasLongYear): return short(parts, hasLongYear, &draft)
    case .day(let day):
      draft.note(.dateForm)
      return .fixed(day.description, draft.rules)
    }
  }

  /// Makes characters plain and takes off what no form of a date or period needs.
  private func takeOffTimeDress(_ draft: inout CellDraft) {
    draft.makePlain()
    draft.takeOffSpaces()
    takeOutSpacesBesideSigns(&draft)
  }

  /// Makes Chinese numerals digits, and years of the Republic civil ones; the outcome where this is not
  /// decided.
  private func makeYearCivil(_ draft: inout CellDraft) -> CellOutcome? {
    switch WrittenYear.read(draft.text, form.years) {
    case .asked: return .asked(.years)
    case .rejected: return .rejected(.undecided)
    case .text(let text, let rules):
      if !rules.isEmpty { draft.characters = Array(text.unicodeScalars)[...] }
      for rule in rules { draft.note(rule) }
      return nil
    }
  }

  /// Takes out the spaces of `2026 年 3 月`, and no space between two digits or beside letters.
  private func takeOutSpacesBesideSigns(_ draft: inout CellDraft) {
    guard draft.characters.contains(" "), !draft.characters.contains(where: SignCharacters.isLetter)
    else { return }
    func isSign(_ index: Int) -> Bool {
      guard draft.characters.indices.contains(index) else { return false }
      let character = draft.characters[index]
      return character != " " && character != ":" && !SignCharacters.isDigit(character)
        && !SignCharacters.isLetter(character)
    }
    let needless = draft.characters.indices.filter { index in
      draft.characters[index] == " " && (isSign(index - 1) || isSign(index + 1))
    }
    guard !needless.isEmpty else { return }
    for index in needless.reversed() { draft.characters.remove(at: index) }
    draft.note(.innerSpaces)
  }

  /// Takes off ` 00:00:00`, `T14:05:06Z` or ` 2:05 PM`.
  private func takeOffTimeOfDay(_ draft: inout CellDraft) {
    guard let colon = draft.characters.firstIndex(of: ":"),
      let start = draft.characters[..<colon].lastIndex(where: { $0 == " " || $0 == "T" }),
      start > draft.characters.startIndex,
      draft.characters[(start + 1)...].allSatisfy({
        SignCharacters.isDigit($0) || ":. AaPpMmZ".unicodeScalars.contains($0)
      })
    else { return }
    draft.characters = draft.characters[..<start]
    draft.takeOffSpaces()
    draft.note(.timeOfDay)
  }

  /// The day of a spreadsheet's number, such as 45382 or 45382.5, from 1927 to 2173, or of
  /// `20240331.0`.
  private func spreadsheetDay(_ draft: inout CellDraft) -> CivilDate? {
    let tokens = TimeTokens(draft.text)
    guard tokens.shape == "0" || tokens.shape == "0.0", let digits = tokens.numbers.first else {
      return nil
    }
    let hasTime = tokens.numbers.count == 2 && tokens.numbers[1].contains { $0 != "0" }
    if digits.count == 8, tokens.numbers.count == 2, !hasTime, let day = CivilDate(digits) {
      draft.note(.emptyDecimals)
      return day
    }
    guard digits.count == 5, digits.first != "0" else { return nil }
    draft.note(.spreadsheetDate)
    if hasTime { draft.note(.timeOfDay) }
    // Day 1 is 1900-01-01, and a day that was none, 1900-02-29, counts: day 25569 is 1970-01-01.
    return CivilDate(number: tokens.value(0) - 25_569)
  }

  private func short(
    _ parts: [Int], _ hasLongYear: Bool, _ draft: inout CellDraft
  ) -> CellOutcome {
    let (first, second, third) = (parts[0], parts[1], parts[2])
    let year = { (number: Int) in hasLongYear ? number : WrittenDate.fullYear(number) }
    let day: CivilDate?
    switch form.shortDates {
    case nil: return .asked(.shortDates)
    case .reject: return .rejected(.undecided)
    case .dayMonthYear: day = CivilDate(year: year(third), month: second, day: first)
    case .monthDayYear: day = CivilDate(year: year(third), month: first, day: second)
    case .yearMonthDay:
      day = hasLongYear ? nil : CivilDate(year: year(first), month: second, day: third)
    }
    guard let day else { return .rejected(.noSuchDay) }
    draft.note(.shortDate)
    return .fixed(day.description, draft.rules)
  }

  // MARK: Periods

  func repairPeriod(_ draft: inout CellDraft) -> CellOutcome {
    takeOffTimeDress(&draft)
    if CivilPeriod(draft.text) != nil { return draft.outcome }
    if let undecided = makeYearCivil(&draft) { return undecided }
    if CivilPeriod(draft.text) != nil { return draft.outcome }
    if takeOffEmptyDecimals(&draft), CivilPeriod(draft.text) != nil { return draft.outcome }
    if let period = WrittenPeriod.read(draft.text) {
      draft.note(.periodForm)
      return .fixed(period.description, draft.rules)
    }
    if WrittenPeriod.read(draft.text, in: form.year ?? 2000) != nil { return withYear(&draft) }
    return periodOfDay(&draft)
  }

  private func withYear(_ draft: inout CellDraft) -> CellOutcome {
    guard let year = form.year else { return .asked(.year) }
    guard let period = WrittenPeriod.read(draft.text, in: year) else {
      return .rejected(.notAPeriod)
    }
    draft.note(.yearAdded)
    return .fixed(period.description, draft.rules)
  }

  /// A day where a period is expected: the column's period that begins or ends with it.
  private func periodOfDay(_ draft: inout CellDraft) -> CellOutcome {
    let outcome = repairDate(&draft)
    let day: CivilDate?
    switch outcome {
    case .unchanged: day = CivilDate(draft.text)
    case .fixed(let text, _): day = CivilDate(text)
    case .asked: return outcome
    case .missing, .fromAbove, .rejected: return .rejected(.notAPeriod)
    }
    guard let day else { return .rejected(.notAPeriod) }
    draft.note(.periodOfDay)
    if let length = form.dayPeriod?.months, let period = WrittenPeriod.of(day, length: length) {
      return .fixed(period.description, draft.rules)
    }
    guard let length = habit.periodLength, let period = WrittenPeriod.of(day, length: length),
      WrittenPeriod.isBorder(day, of: period)
    else { return .asked(.period) }
    return .fixed(period.description, draft.rules)
  }
}
