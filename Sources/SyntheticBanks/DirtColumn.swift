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
  /// The power of ten of yuan in which amounts stand in the file; nil for what is no money.
  let moneyPower: Int?
  /// How many places the point is moved to the right because the file has yuan, as its header says.
  let yuanShift: Int
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
      minimum: nil, maximum: nil, moneyPower: nil, yuanShift: 0, isHundreds: false, isPlan: false,
      isBranch: false, isPrinted: false)
  }

  /// A column of a table. A printed table has its amounts in yuan, and says so in the header.
  init(
    _ column: ColumnDeclaration, header: String, isPlan: Bool, isBranch: Bool, isPrinted: Bool
  ) {
    let role: Role =
      switch column.type {
      case .number: .number
      case .text: .text
      case .truth: .truth
      case .date: .date
      case .period: .period
      }
    let unit = column.fileUnit ?? column.unit
    let power = [(NamedUnit.yuan, 0), (.tenThousandYuan, 4), (.hundredMillionYuan, 8)].first {
      unit == Unit($0.0)
    }?.1
    let shift = isPrinted ? power ?? 0 : 0
    let isOwnUnit = column.fileUnit == nil && shift == 0
    self.init(
      header: shift > 0 ? header + "(元)" : header, role: role,
      isRequired: column.missing == .reject,
      isClosed: !column.allowedTexts.isEmpty,
      percentShift: unit == Unit(.ratio) ? 2 : unit == Unit(.percent) ? 0 : nil,
      minimum: isOwnUnit ? column.minimum : nil, maximum: isOwnUnit ? column.maximum : nil,
      moneyPower: power.map { $0 - shift }, yuanShift: shift,
      isHundreds: unit == Unit(.point) || unit == Unit(.percent), isPlan: isPlan,
      isBranch: isBranch, isPrinted: isPrinted)
  }

  private init(
    header: String, role: Role, isRequired: Bool, isClosed: Bool, percentShift: Int?,
    minimum: Double?, maximum: Double?, moneyPower: Int?, yuanShift: Int, isHundreds: Bool,
    isPlan: Bool, isBranch: Bool, isPrinted: Bool
  ) {
    self.header = header
    self.role = role
    self.isRequired = isRequired
    self.isClosed = isClosed
    self.percentShift = percentShift
    self.minimum = minimum
    self.maximum = maximum
    self.moneyPower = moneyPower
    self.yuanShift = yuanShift
    self.isHundreds = isHundreds
    self.isPlan = isPlan
    self.isBranch = isBranch
    kinds = Self.kinds(role) + (isPrinted && role == .text ? [.damagedText] : [])
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
