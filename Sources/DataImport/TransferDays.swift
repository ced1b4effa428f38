import Calendars

/// The days of somebody's rows, set side by side: parts that follow one upon the other, or what is wrong.
struct TransferDays {
  /// A row and the days of the period that it covers.
  private struct Span {
    let row: TransferRow
    var first: CivilDate
    var last: CivilDate
  }

  /// The parts in the order of time; one where all other rows lie outside the period.
  private(set) var parts: [TransferPart] = []
  /// Rows without a day in the period.
  private(set) var outside: [RowPlace] = []
  /// Why the rows cannot be split.
  private(set) var fault: String?
  /// Days that no row has, and nobody has decided about.
  private(set) var gap: (place: RowPlace, words: String)?

  private let rule: TransferSplit
  private let place: (RowPlace) -> String

  /// - Parameters:
  ///   - columns: the names of the numbers that are split, as `TransferRow.wholes` has them.
  ///   - place: how a row is named in messages.
  init(
    _ rule: TransferSplit, _ rows: [TransferRow], columns: [String],
    place: @escaping (RowPlace) -> String
  ) {
    (self.rule, self.place) = (rule, place)
    guard check(rows), let spans = spans(of: rows) else { return }
    guard !spans.isEmpty else {
      fault = "no row has a day in \(rule.period?.description ?? "the period")"
      return
    }
    guard spans.count == 1 || follow(spans) && areWholes(spans, columns) else { return }
    let days = spans.map { $0.last.number - $0.first.number + 1 }
    parts = spans.enumerated().map { index, span in
      TransferPart(
        key: span.row.id + TransferSplit.separator + span.row.branch, branch: span.row.branch,
        first: span.first, last: span.last, share: DayShare(days: days, part: index))
    }
  }

  private mutating func check(_ rows: [TransferRow]) -> Bool {
    if let row = rows.first(where: \.isRejected) {
      fault = "\(place(row.place)) is rejected"
    } else if let row = rows.first(where: \.branch.isEmpty) {
      fault = "\(place(row.place)) has no \(rule.by)"
    }
    return fault == nil
  }

  // MARK: Days

  /// The rows with a day in the period, in the order of time.
  private mutating func spans(of rows: [TransferRow]) -> [Span]? {
    var spans: [Span] = []
    for row in rows {
      guard let first = day(row.from, else: rule.period?.firstDay, rule.from, row) else {
        return nil
      }
      guard let until = rule.until else {
        spans.append(Span(row: row, first: first, last: first))
        continue
      }
      guard let last = day(row.until, else: rule.period?.lastDay, until, row) else { return nil }
      guard row.from.isEmpty || row.until.isEmpty || first <= last else {
        fault = "on \(place(row.place)) \(rule.from) is after \(until)"
        return nil
      }
      spans.append(Span(row: row, first: first, last: last))
    }
    spans.sort { ($0.first, $0.row.place) < ($1.first, $1.row.place) }
    if rule.until == nil { lastUntilTheNext(&spans) }
    return inPeriod(spans)
  }

  private mutating func day(
    _ text: String, else border: CivilDate?, _ column: String, _ row: TransferRow
  ) -> CivilDate? {
    if let day = text.isEmpty ? border : CivilDate(text) { return day }
    fault = "\(place(row.place)) has no \(column)"
    return nil
  }

  /// Each row lasts until the day before the next begins, and the last one to the period's end.
  private func lastUntilTheNext(_ spans: inout [Span]) {
    for index in spans.indices {
      let next = index + 1 < spans.count ? spans[index + 1].first : nil
      spans[index].last =
        next.map { CivilDate(number: $0.number - 1) } ?? rule.period?.lastDay ?? spans[index].first
    }
  }

  private mutating func inPeriod(_ spans: [Span]) -> [Span] {
    guard let period = rule.period else { return spans }
    var inside: [Span] = []
    for var span in spans {
      if span.last < period.firstDay || span.first > period.lastDay {
        outside.append(span.row.place)
      } else {
        span.first = max(span.first, period.firstDay)
        span.last = min(span.last, period.lastDay)
        inside.append(span)
      }
    }
    return inside
  }

  // MARK: Rows side by side

  /// Whether each row begins on the day after the one before ends, and the period is filled.
  private mutating func follow(_ spans: [Span]) -> Bool {
    var missing: (place: RowPlace, words: String)?
    func note(_ first: Int, _ last: Int, _ span: Span) {
      guard first <= last, missing == nil else { return }
      missing = (
        span.row.place, "no row has \(CivilDate(number: first)) to \(CivilDate(number: last))"
      )
    }
    if let period = rule.period {
      note(period.firstDay.number, spans[0].first.number - 1, spans[0])
    }
    for (one, next) in zip(spans, spans.dropFirst()) {
      guard one.first <= one.last, one.last < next.first else {
        fault =
          "the days of \(place(one.row.place)) and \(place(next.row.place)) overlap"
        return false
      }
      note(one.last.number + 1, next.first.number - 1, next)
    }
    if let period = rule.period, let last = spans.last {
      note(last.last.number + 1, period.lastDay.number, last)
    }
    guard let missing, rule.gaps != .accept else { return true }
    if rule.gaps == .reject { fault = missing.words } else { gap = missing }
    return false
  }

  /// Whether each branch stands once, and each number that is split is the same in all rows.
  private mutating func areWholes(_ spans: [Span], _ columns: [String]) -> Bool {
    var branches: [String: TransferRow] = [:]
    for span in spans {
      if let other = branches.updateValue(span.row, forKey: span.row.branch) {
        fault =
          "\(place(other.place)) and \(place(span.row.place)) have the same \(rule.by)"
        return false
      }
      for (index, column) in columns.enumerated()
      where !isSame(span.row.wholes[index], spans[0].row.wholes[index]) {
        fault =
          "\(column) on \(place(span.row.place)) is not that on \(place(spans[0].row.place)), "
          + "so that neither is the whole"
        return false
      }
    }
    return true
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    func number(_ text: String) -> ExactDecimal? {
      var text = text
      return text.withUTF8 { ExactDecimal($0) }
    }
    return one == other || number(one) != nil && number(one) == number(other)
  }
}
