/// A rule by which a cell is repaired. Its name stands in the log and stays the same; `words`
/// says what each does.
public enum RepairRule: String, Hashable, Sendable, CaseIterable {
  // Characters.
  case outerSpaces = "outer-spaces"
  case invisibleCharacters = "invisible-characters"
  case fullWidth = "full-width"
  case innerSpaces = "inner-spaces"
  case textMarker = "text-marker"
  // Words.
  case alias = "alias"
  case missingMark = "missing-mark"
  case fillDown = "fill-down"
  // Identifiers.
  case leadingZeros = "leading-zeros"
  case emptyDecimals = "empty-decimals"
  // Numbers.
  case thousandsSeparators = "thousands-separators"
  case decimalComma = "decimal-comma"
  case accountantsBrackets = "accountants-brackets"
  case minusSign = "minus-sign"
  case percentSign = "percent-sign"
  case currencySign = "currency-sign"
  case unitInCell = "unit-in-cell"
  case unitOfColumn = "unit-of-column"
  case scale = "scale"
  // Truths, dates, periods.
  case truthWord = "truth-word"
  case dateForm = "date-form"
  case shortDate = "short-date"
  case spreadsheetDate = "spreadsheet-date"
  case timeOfDay = "time-of-day"
  case periodForm = "period-form"
  case periodOfDay = "period-of-day"
  case yearAdded = "year-added"
  case chineseNumerals = "chinese-numerals"
  case minguoYear = "minguo-year"
  // Transfers.
  case transferKey = "transfer-key"
  case shareOfDays = "share-of-days"

  /// What the rule does, as a sentence without a full stop.
  public var words: String {
    switch self {
    case .outerSpaces: "spaces, tabs and line ends round a cell are taken off"
    case .invisibleCharacters:
      "byte-order marks and other characters without width are taken out"
    case .fullWidth: "full-width letters, digits and signs become plain ones"
    case .innerSpaces: "spaces inside Chinese names, identifiers, dates and signs are taken out"
    case .textMarker: "the apostrophe or formula that keeps a number a text is taken off"
    case .alias: "the map's word is put for the file's"
    case .missingMark: "a mark for a missing value becomes a blank cell"
    case .fillDown: "a blank of merged cells takes the value of the cell above"
    case .leadingZeros: "an identifier gets its leading zeros back"
    case .emptyDecimals: "the decimals .0 are taken off an identifier, a truth or a date"
    case .thousandsSeparators: "separators between groups of three digits are taken out"
    case .decimalComma: "1.234,56 becomes 1234.56"
    case .accountantsBrackets: "a number in brackets becomes negative"
    case .minusSign: "other signs for minus, or a minus behind the number, become one before it"
    case .percentSign: "a percent sign of another form, or apart from its number, becomes %"
    case .currencySign: "the sign or name of the currency is taken off"
    case .unitInCell: "a unit in the cell is taken off, and the point moved to the column's unit"
    case .unitOfColumn: "the point is moved from the file's unit to the column's"
    case .scale: "the point is moved to where the column's other numbers have it"
    case .truthWord: "a tick, cross, Y or N becomes TRUE or FALSE"
    case .dateForm: "a date is written as 2026-03-31"
    case .shortDate: "a short date is read in the order that the map says"
    case .spreadsheetDate: "a spreadsheet's number for a day becomes that day"
    case .timeOfDay: "the time is taken off a date"
    case .periodForm: "a period is written as 2026-10, 2026Q3, 2026H1 or 2026"
    case .periodOfDay: "a day becomes the month, quarter, half-year or year that it stands for"
    case .yearAdded: "a period without a year gets the map's"
    case .chineseNumerals: "Chinese numerals of a date or period become digits"
    case .minguoYear: "a year of the Republic (民国113年) becomes the civil one (2024)"
    case .transferKey:
      "the branch is put behind the id of somebody who is split into several subjects"
    case .shareOfDays: "a number of the whole period becomes the share of a subject's days"
    }
  }
}
