/// Why a text is not a judgement.
public enum JudgementFault: Error, Hashable, Sendable {
  /// Nothing is written, or `?`: the pair was not compared.
  case notCompared
  /// Neither a number nor a fraction.
  case notANumber
  /// A number, but zero or below.
  case notPositive
  /// Positive, but outside `Judgement.range`.
  case outOfRange
  /// A date, which is what a spreadsheet makes of a fraction; `likely` is the fraction that gives it.
  case date(likely: String)

  /// A stable name for programs, as diagnostics carry it.
  public var code: String {
    switch self {
    case .notCompared: "judgement.not-compared"
    case .notANumber: "judgement.not-a-number"
    case .notPositive: "judgement.not-positive"
    case .outOfRange: "judgement.out-of-range"
    case .date: "judgement.date"
    }
  }

  /// What the text is instead, to follow "is".
  public var explanation: String {
    switch self {
    case .notCompared: "left open"
    case .notANumber: "not a number"
    case .notPositive: "not positive"
    case .outOfRange:
      "not between \(Judgement.range.lowerBound) and \(Judgement.range.upperBound)"
    case .date: "a date"
    }
  }

  /// What to do about it.
  public var suggestion: String {
    switch self {
    case .date(let likely):
      "a spreadsheet turns fractions into dates; if \(likely) was meant, format the cell as text "
        + "and write \(likely) again, or write its decimals"
    case .notCompared, .notANumber, .notPositive, .outOfRange:
      "write a positive number such as 3 or 0.5, or a fraction such as 1/3"
    }
  }
}
