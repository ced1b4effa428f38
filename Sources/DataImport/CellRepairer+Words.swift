import ColumnStore

// Texts, identifiers and truths.
extension CellRepairer {
  /// A text: full-width letters and digits become plain, and Chinese ones lose their inner spaces.
  func repairText(_ draft: inout CellDraft) -> CellOutcome {
    draft.replace { scalar in
      // Line ends and tabs inside a text are its author's.
      if SignCharacters.isSpace(scalar), scalar.value > 0x20 { return " " }
      guard let plain = SignCharacters.plain(scalar) else { return nil }
      return SignCharacters.isLetter(plain) || SignCharacters.isDigit(plain) ? plain : nil
    }
    if draft.characters.allSatisfy({ $0 == "*" }) { return .rejected(.mask) }
    let isChinese = draft.characters.allSatisfy { SignCharacters.isHan($0) || $0 == " " }
    if isChinese { draft.takeOutSpaces() }
    return draft.outcome
  }

  // MARK: Identifiers

  func repairIdentifier(_ draft: inout CellDraft) -> CellOutcome {
    draft.makePlain()
    draft.takeOffSpaces()
    if draft.characters.contains("*") { return .rejected(.mask) }
    if draft.characters.contains("+"), draft.isExponent { return .rejected(.roundedIdentifier) }
    let isSpaced = draft.characters.allSatisfy {
      SignCharacters.isDigit($0) || SignCharacters.isHan($0) || $0 == " "
    }
    if isSpaced { draft.takeOutSpaces() }
    takeOffEmptyDecimals(&draft)
    guard draft.isDigits else { return identifierWithoutDigits(draft) }
    let count = draft.characters.count
    if count > 15, draft.characters.dropFirst(15).allSatisfy({ $0 == "0" }),
      count > 16 || habit.roundsIdentifiers
    {
      return .rejected(.roundedIdentifier)
    }
    return padded(&draft)
  }

  private func identifierWithoutDigits(_ draft: CellDraft) -> CellOutcome {
    guard case .digits(let length) = form.length else { return draft.outcome }
    // The key of somebody who was split, as in 000358@120101001: that of the person has the length.
    let person = draft.text.split(separator: TransferSplit.separator, maxSplits: 1)
    let count = person.count == 2 ? person[0].count : draft.characters.count
    return count == length ? draft.outcome : .rejected(.identifierCharacters)
  }

  /// Takes `.0` off digits, which programs add that take identifiers for numbers.
  @discardableResult
  func takeOffEmptyDecimals(_ draft: inout CellDraft) -> Bool {
    guard let point = draft.characters.firstIndex(of: "."), point > draft.characters.startIndex,
      draft.characters[..<point].allSatisfy(SignCharacters.isDigit),
      case let tail = draft.characters[(point + 1)...], !tail.isEmpty,
      tail.allSatisfy({ $0 == "0" })
    else { return false }
    draft.characters = draft.characters[..<point]
    draft.note(.emptyDecimals)
    return true
  }

  private func padded(_ draft: inout CellDraft) -> CellOutcome {
    let count = draft.characters.count
    switch form.length {
    case .digits(let length):
      if count > length { return .rejected(.identifierLength) }
      if count < length {
        draft.characters.insert(
          contentsOf: repeatElement("0", count: length - count), at: draft.characters.startIndex)
        draft.note(.leadingZeros)
      }
    case .any: break
    case .reject: if mayLackZeros(draft) { return .rejected(.undecided) }
    case nil: if mayLackZeros(draft) { return .asked(.length) }
    }
    return draft.outcome
  }

  private func mayLackZeros(_ draft: CellDraft) -> Bool {
    habit.mayLackZeros(count: draft.characters.count, first: draft.characters.first)
  }

  // MARK: Truths

  func repairTruth(_ draft: inout CellDraft) -> CellOutcome {
    draft.makePlain()
    takeOffEmptyDecimals(&draft)
    let word = draft.text.uppercased()
    if ["TRUE", "FALSE", "1", "0", "是", "否"].contains(word) { return draft.outcome }
    guard let value = Self.truthWords[word] else { return .rejected(.notATruth) }
    draft.note(.truthWord)
    return .fixed(value ? "TRUE" : "FALSE", draft.rules)
  }

  private static let truthWords: [String: Bool] = [
    "√": true, "✓": true, "✔": true, "☑": true, "✅": true, "Y": true, "YES": true, "T": true,
    "对": true, "真": true, "×": false, "✗": false, "✘": false, "☒": false, "❌": false,
    "N": false, "NO": false, "F": false, "错": false, "假": false,
  ]
}
