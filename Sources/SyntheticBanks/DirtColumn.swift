import ScorecardPolicy

/// What dirt must know of a column to tell what a strict reader makes of it.
struct DirtColumn: Sendable {
  /// How the reader takes a column.
  enum Role: Sendable {
    case key
    case number
    case text
    case truth
    case date
    case period
  }

  /// The header in the file.
  let header: String
  let role: Role
  /// Whether a blank cell rejects its row.
  let isRequired: Bool
  /// Whether only certain texts are taken.
  let isClosed: Bool
  /// Whether a number may end in a percent sign: its point moves by so many places.
  let percentShift: Int?
  let minimum: Double?
  let maximum: Double?
  /// Whether the unit is one of money.
  let isMoney: Bool
  /// Whether numbers are marks or percents, near 100 as a rule.
  let isHundreds: Bool
  /// Whether other columns or formulas divide by it.
  let isPlan: Bool
  let isBranch: Bool
  /// The kinds of dirt that its cells can have, one of which is tried after the other.
  let kinds: [DirtKind]

  /// The key of a table.
  init(key header: String) {
    self.init(
      header: header, role: .key, isRequired: true, isClosed: false, percentShift: nil,
      minimum: nil, maximum: nil, isMoney: false, isHundreds: false, isPlan: false,
      isBranch: false)
  }

  /// A column of a table.
  init(_ column: ColumnDeclaration, header: String, isPlan: Bool, isBranch: Bool) {
    let role: Role =
      switch column.type {
      case .number: .number
      case .text: .text
      case .truth: .truth
      case .date: .date
      case .period: .period
      }
    let unit = column.fileUnit ?? column.unit
    let money = [NamedUnit.yuan, .tenThousandYuan, .hundredMillionYuan].map { Unit($0) }
    self.init(
      header: header, role: role, isRequired: column.missing == .reject,
      isClosed: !column.allowedTexts.isEmpty,
      percentShift: unit == Unit(.ratio) ? 2 : unit == Unit(.percent) ? 0 : nil,
      minimum: column.fileUnit == nil ? column.minimum : nil,
      maximum: column.fileUnit == nil ? column.maximum : nil,
      isMoney: unit.map(money.contains) ?? false,
      isHundreds: unit == Unit(.point) || unit == Unit(.percent), isPlan: isPlan,
      isBranch: isBranch)
  }

  private init(
    header: String, role: Role, isRequired: Bool, isClosed: Bool, percentShift: Int?,
    minimum: Double?, maximum: Double?, isMoney: Bool, isHundreds: Bool, isPlan: Bool,
    isBranch: Bool
  ) {
    self.header = header
    self.role = role
    self.isRequired = isRequired
    self.isClosed = isClosed
    self.percentShift = percentShift
    self.minimum = minimum
    self.maximum = maximum
    self.isMoney = isMoney
    self.isHundreds = isHundreds
    self.isPlan = isPlan
    self.isBranch = isBranch
    kinds = Self.kinds(role)
  }

  private static func kinds(_ role: Role) -> [DirtKind] {
    switch role {
    case .number:
      [
        .fullWidthDigits, .fullWidthPoint, .thousandsSeparators, .fullWidthSeparators, .brackets,
        .percentSign, .spacedPercent, .fullWidthPercent, .fractionForPercent, .percentForFraction,
        .mask, .nearly, .moreThan, .unitYuan, .unitTenThousandYuan, .spreadsheetError,
        .missingMark, .exponent, .innerSpace, .zeroPlan, .blank, .outerSpaces, .trailingTab,
      ]
    case .key: [.fullWidthLetters, .lostZeros, .idExponent, .idRounded, .outerSpaces, .blank]
    case .text:
      [
        .nameSpace, .fullWidthLetters, .lostZeros, .idExponent, .idRounded, .unknownText, .blank,
        .outerSpaces, .trailingTab,
      ]
    case .truth: [.tick, .otherForm, .fullWidthLetters, .blank, .outerSpaces]
    case .date: [.otherForm, .dateSerial, .shortDate, .fullWidthDigits, .blank, .outerSpaces]
    case .period: [.otherForm, .dateSerial, .shortDate, .fullWidthDigits, .blank, .outerSpaces]
    }
  }

  /// Whether a number lies within the bounds.
  func allows(_ number: Double) -> Bool {
    number >= minimum ?? number && number <= maximum ?? number
  }
}
