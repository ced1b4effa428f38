/// Why a cell cannot be used: what was written is lost or not certain. The name stands in the log;
/// `words` says what each means.
public enum RejectionReason: String, Hashable, Sendable, CaseIterable {
  case spreadsheetError = "spreadsheet-error"
  case mask = "mask"
  case approximate = "approximate"
  case exponent = "exponent"
  case wrongGrouping = "wrong-grouping"
  case currency = "currency"
  case otherUnit = "other-unit"
  case formula = "formula"
  case notANumber = "not-a-number"
  case tooLarge = "too-large"
  case roundedIdentifier = "rounded-id"
  case identifierLength = "id-length"
  case identifierCharacters = "id-characters"
  case notATruth = "not-a-truth"
  case notADate = "not-a-date"
  case noSuchDay = "no-such-day"
  case notAPeriod = "not-a-period"
  case notAmongValues = "not-among-values"
  case damaged = "damaged"
  case undecided = "decided-to-reject"

  /// What is wrong, as a sentence without a full stop.
  public var words: String {
    switch self {
    case .spreadsheetError:
      "a spreadsheet's error value; the number is not there, or its formula was never worked out"
    case .mask: "digits or letters are masked"
    case .approximate: "an approximate number; which number counts is not said"
    case .exponent: "a number with an exponent, which has lost digits"
    case .wrongGrouping:
      "commas that separate no groups of three digits; a decimal comma or a digit that is lost"
    case .currency: "a currency sign that does not fit the column's unit"
    case .otherUnit: "a unit that does not fit the column's"
    case .formula: "a formula instead of its value"
    case .notANumber: "no number"
    case .tooLarge: "beyond the greatest number that can be held"
    case .roundedIdentifier:
      "a spreadsheet has rounded the identifier: digits after the fifteenth are lost"
    case .identifierLength: "an identifier longer than the map says"
    case .identifierCharacters: "no digits, where the map says how many there are"
    case .notATruth: "neither yes nor no"
    case .notADate: "no date"
    case .noSuchDay: "a day that no calendar has"
    case .notAPeriod: "no period"
    case .notAmongValues: "not among the values that the map allows"
    case .damaged: "damaged text: characters were lost when the file was written"
    case .undecided: "doubtful, and the map says to reject such cells"
    }
  }
}
