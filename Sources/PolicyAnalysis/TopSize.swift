/// How many of the first subjects are looked at: a number, or a share of all.
public enum TopSize: Sendable, Equatable {
  /// So many subjects.
  case subjects(Int)
  /// So many of each hundred, more than 0 and at most 100.
  case percent(Double)

  /// A size as written, `10` or `10%`; nil when it is neither.
  public init?(_ text: String) {
    if text.last == "%" {
      guard let percent = Double(text.dropLast()), percent > 0, percent <= 100 else { return nil }
      self = .percent(percent)
    } else {
      guard let count = Int(text), count > 0 else { return nil }
      self = .subjects(count)
    }
  }

  /// How many of `count` subjects: a share is rounded to whole subjects, halves up, and is at least
  /// 1; never more than there are.
  func number(of count: Int) -> Int {
    switch self {
    case .subjects(let number): min(number, count)
    case .percent(let percent):
      min(max(1, Int((Double(count) * percent / 100 + 0.5).rounded(.down))), count)
    }
  }
}
