import Calendars
import ColumnStore

/// Repairs the cells of one column, one after the other; keeps nothing between them.
///
/// A cell that the strict reader takes stays as it is, byte for byte, but for marks of missing values
/// among texts, spaces inside Chinese texts, full-width letters, and what the form's decisions say.
public struct CellRepairer: Sendable {
  /// What the cells are to become.
  public let form: ColumnForm
  let habit: ColumnHabit
  /// How many places to the left the point of a number moves that has no unit of its own.
  let pointShift: Int
  let quickLook: QuickLook

  /// A repairer of cells of that form. `profile` is that of the whole column; without it nothing
  /// is asked that only the other cells tell.
  public init(_ form: ColumnForm, seen profile: ColumnProfile? = nil) {
    self.init(form, profile.map { ColumnHabit($0) } ?? ColumnHabit())
  }

  /// A repairer of cells of a column with these habits.
  init(_ form: ColumnForm, _ habit: ColumnHabit) {
    self.form = form
    self.habit = habit
    let shift = form.fileUnit.pointShift(to: form.unit) ?? 0
    pointShift = form.kind == .number ? shift : 0
    quickLook = QuickLook(form, habit, pointShift: pointShift)
  }

  /// What becomes of a cell, given in UTF-8 as it stands in its field, quotes resolved.
  ///
  /// A clean cell costs one pass over its bytes.
  public func repair(_ cell: UnsafeBufferPointer<UInt8>) -> CellOutcome {
    if quickLook.isClean(cell) { return .unchanged }
    return repairThoroughly(cell)
  }

  /// What becomes of a cell of that text.
  public func repair(_ text: String) -> CellOutcome {
    var text = text
    return text.withUTF8 { repair($0) }
  }

  /// What becomes of a cell by all rules, one after the other. `repair` gives the same answer.
  func repairThoroughly(_ cell: UnsafeBufferPointer<UInt8>) -> CellOutcome {
    if cell.isEmpty { return blank([]) }
    guard let text = String(validating: cell, as: UTF8.self), !isDamaged(text) else {
      return .rejected(.damaged)
    }
    var draft = CellDraft(text)
    draft.takeOffMarkers(alsoApostrophes: form.kind != .text)
    if draft.characters.isEmpty { return blank(draft.rules) }
    if let known = known(&draft) { return known }
    if isSpreadsheetError(draft.plainText) { return .rejected(.spreadsheetError) }
    let outcome =
      switch form.kind {
      case .text: repairText(&draft)
      case .identifier: repairIdentifier(&draft)
      case .number: repairNumber(&draft)
      case .truth: repairTruth(&draft)
      case .date: repairDate(&draft)
      case .period: repairPeriod(&draft)
      }
    return allowed(outcome, text)
  }

  /// What becomes of a blank cell, after these rules.
  private func blank(_ rules: [RepairRule]) -> CellOutcome {
    switch form.blanks {
    case .fillDown: .fromAbove
    case .reject: .rejected(.undecided)
    case .missing: .missing(rules)
    case nil: habit.looksMerged ? .asked(.blanks) : .missing(rules)
    }
  }

  /// A cell that the map knows, or that is a usual mark of a missing value.
  private func known(_ draft: inout CellDraft) -> CellOutcome? {
    let text = draft.text
    if let alias = alias(text, &draft) { return alias }
    if form.values.contains(text) { return draft.outcome }
    let plain = draft.plainText
    if form.missingMarks.contains(text) || form.missingMarks.contains(plain) {
      return .missing([.missingMark])
    }
    if form.keptMarks.contains(text) || form.keptMarks.contains(plain) { return nil }
    return MissingMark.isUsual(plain, in: form.kind) ? .missing([.missingMark]) : nil
  }

  /// What the map says instead of a word. A word for which it says a blank is missing.
  private func alias(_ text: String, _ draft: inout CellDraft) -> CellOutcome? {
    guard let alias = form.aliases[text], alias != text else { return nil }
    draft.note(.alias)
    return alias.isEmpty ? .missing(draft.rules) : .fixed(alias, draft.rules)
  }

  /// A repaired cell, by the map's aliases and values.
  private func allowed(_ outcome: CellOutcome, _ original: String) -> CellOutcome {
    guard !form.aliases.isEmpty || !form.values.isEmpty else { return outcome }
    let (text, rules): (String, [RepairRule])
    switch outcome {
    case .unchanged: (text, rules) = (original, [])
    case .fixed(let repaired, let applied): (text, rules) = (repaired, applied)
    case .missing, .fromAbove, .rejected, .asked: return outcome
    }
    if let alias = form.aliases[text], alias != text {
      return alias.isEmpty ? .missing(rules + [.alias]) : .fixed(alias, rules + [.alias])
    }
    return form.values.isEmpty || form.values.contains(text) || form.aliases[text] == text
      ? outcome : .rejected(.notAmongValues)
  }

  /// Whether characters of a text were lost when it was written: zero bytes, the character that
  /// stands for what could not be read, and what becomes of two of these in GBK.
  private func isDamaged(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "\u{FFFD}" || $0 == "\0" } || text.contains("锟斤拷")
  }

  private func isSpreadsheetError(_ text: String) -> Bool {
    guard let first = text.first, first == "#" || first == "E" else { return false }
    return Self.spreadsheetErrors.contains(text.uppercased())
      || text.utf8.count > 1 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
      || text.hasPrefix("Err:") && text.utf8.count == 7
  }

  private static let spreadsheetErrors: Set<String> = [
    "#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#UNKNOWN!",
  ]
}
