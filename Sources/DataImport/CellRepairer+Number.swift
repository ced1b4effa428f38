import ColumnStore

// Numbers.
extension CellRepairer {
  func repairNumber(_ draft: inout CellDraft) -> CellOutcome {
    draft.makePlain()
    replaceFullStops(&draft)
    if let reason = Self.reasonBeforeReading(draft) { return .rejected(reason) }
    var parts = NumberParts(draft)
    if let reason = parts.read() { return .rejected(reason) }
    return written(&parts)
  }

  /// Makes the full stop of Chinese a decimal point where digits stand on both sides of it.
  private func replaceFullStops(_ draft: inout CellDraft) {
    let characters = draft.characters
    for index in characters.indices.dropFirst().dropLast() where characters[index] == "。" {
      guard SignCharacters.isDigit(characters[index - 1]),
        SignCharacters.isDigit(characters[index + 1])
      else { continue }
      draft.characters[index] = "."
      draft.note(.fullWidth)
    }
  }

  /// Why a cell is no number whatever it looks like otherwise.
  private static func reasonBeforeReading(_ draft: CellDraft) -> RejectionReason? {
    if draft.characters.first == "=" { return .formula }
    guard draft.characters.contains(where: SignCharacters.isDigit) else {
      return masks.contains(where: draft.contains) ? .mask : .notANumber
    }
    if masks.contains(where: draft.contains) { return .mask }
    if approximations.contains(where: draft.contains) { return .approximate }
    if otherCurrencies.contains(where: draft.contains) { return .currency }
    return draft.isExponent ? .exponent : nil
  }

  private static let masks = ["*", "xx", "XX", "__", "●", "■", "某"]
  private static let approximations = [
    "近", "约", "約", "余", "餘", "多", "超", "逾", "以上", "以下", "左右", "上下", "不足", "不到", "几", "数",
    "至", "~", "≈", ">", "<", "≥", "≤",
  ]
  private static let otherCurrencies = [
    "$", "€", "£", "¢", "美元", "欧元", "港元", "日元", "USD", "EUR", "HKD",
  ]

  // MARK: Writing

  private func written(_ parts: inout NumberParts) -> CellOutcome {
    var shift = pointShift
    if let unit = parts.unit {
      guard let places = Self.pointShift(of: unit, to: form.unit) else {
        return .rejected(.otherUnit)
      }
      parts.draft.note(.unitInCell)
      shift = places
    } else if parts.isPercent {
      guard form.unit.isShare || form.unit == .unknown else { return .rejected(.otherUnit) }
      shift = 0
    } else {
      if parts.hasCurrency, !hasYuan { return .rejected(.currency) }
      if shift != 0 { parts.draft.note(.unitOfColumn) }
    }
    parts.digits.movePoint(left: shift)
    return placed(&parts)
  }

  /// Whether a number in the file with a bare currency sign can be meant in the column's unit.
  private var hasYuan: Bool {
    let unit = form.fileUnit == .unknown ? form.unit : form.fileUnit
    return unit == .yuan || unit == .unknown
  }

  /// How many places to the left the point of a number with a unit of its own moves; nil where
  /// that unit does not belong in the column.
  private static func pointShift(of unit: NumberParts.OwnUnit, to target: CellUnit) -> Int? {
    switch (unit, target) {
    case (.unit(let unit), _) where unit == target: 0
    case (.unit(let unit), .money) where unit.isMoney: unit.pointShift(to: target)
    case (.tenThousands(let power), .money(let own)): own - power
    case (.tenThousands(let power), .other("person")), (.tenThousands(let power), .other("count")):
      -power
    default: nil
    }
  }

  /// A number at the place of its column, or what to do where it stands at another one.
  private func placed(_ parts: inout NumberParts) -> CellOutcome {
    guard let value = parts.digits.value else { return .rejected(.tooLarge) }
    if let places = habit.scale?.pointShift(value, form, isPercent: parts.isPercent) {
      switch form.scale {
      case .asWritten: break
      case .reject: return .rejected(.undecided)
      case nil: return .asked(.scale)
      case .movePoint:
        parts.digits.movePoint(left: places)
        parts.draft.note(.scale)
      }
    }
    if parts.draft.rules.isEmpty { return .unchanged }
    return .fixed(parts.digits.text + (parts.isPercent ? "%" : ""), parts.draft.rules)
  }
}
