/// Dates and periods with Chinese numerals, or with years of the Republic (民国113年 is 2024), as texts
/// with digits and civil years.
enum WrittenYear {
  /// What a text in plain characters becomes.
  enum Reading: Equatable {
    /// Itself, without a rule, or a text with digits and a civil year.
    case text(String, [RepairRule])
    /// A year of three digits, or one that is spelled, of which nobody has said how it is counted.
    case asked
    /// The same, where the map says to reject it.
    case rejected
  }

  /// The year before the first of the Republic.
  private static let beforeMinguo = 1911
  private static let minguoNames = ["中华民国", "中華民國", "民国", "民國"]

  static func read(_ text: String, _ decision: YearsDecision?) -> Reading {
    let name = minguoNames.first { text.hasPrefix($0) }
    let (digits, isSpelled) = withDigits(text.dropFirst(name?.count ?? 0))
    let bare = name == nil ? digits : digits.hasPrefix("元年") ? "1" + digits.dropFirst() : digits
    let rules: [RepairRule] = digits == text.dropFirst(name?.count ?? 0) ? [] : [.chineseNumerals]
    let year = bare.prefix { $0.isASCII && $0.isNumber }
    if name != nil {
      guard (1...3).contains(year.count), let civil = civil(bare, year) else {
        return .text(text, [])
      }
      return .text(civil, rules + [.minguoYear])
    }
    let isDoubtful = year.count == 3 || isSpelled && year.count < 3
    guard isDoubtful || decision == .minguo && year.count == 2 || isLong(bare, decision),
      let civil = civil(bare, isLong(bare, decision) ? bare.prefix(3) : year)
    else { return .text(bare, rules) }
    switch decision {
    case .minguo: return .text(civil, rules + [.minguoYear])
    case .reject: return .rejected
    case nil: return .asked
    }
  }

  /// `1130331`, where the map says how years are counted.
  private static func isLong(_ text: String, _ decision: YearsDecision?) -> Bool {
    decision == .minguo && text.count == 7 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// The text with a civil year; nil where no year stands at its beginning.
  private static func civil(_ text: String, _ year: Substring) -> String? {
    guard let number = Int(year), number > 0 else { return nil }
    let rest = text.dropFirst(year.count)
    let civil = "\(number + beforeMinguo)"
    if rest.count == 4, rest.allSatisfy({ $0.isASCII && $0.isNumber }) { return civil + rest }
    // A day has its month in one or two digits; 123-4567 is none.
    guard let mark = rest.first, "年/-.".contains(mark) else { return nil }
    let next = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    return mark == "年" || (1...2).contains(next.count) ? civil + rest : nil
  }

  /// The text with digits for the Chinese numerals before 年, 月, 日 and 号, and whether the year is one
  /// that is spelled with tens.
  private static func withDigits(_ text: Substring) -> (String, isSpelled: Bool) {
    var (result, rest, isSpelled) = ("", text, false)
    while let first = rest.first {
      let numeral = rest.prefix(while: ChineseNumeral.isNumeral)
      let mark = rest.dropFirst(numeral.count).first
      if let mark, "年月日号號".contains(mark), let digits = ChineseNumeral.digits(numeral) {
        if mark == "年", ChineseNumeral.isSpelled(numeral) { isSpelled = true }
        result += digits
        rest = rest.dropFirst(numeral.count)
      } else {
        let taken = max(1, numeral.count)
        result += taken == 1 ? String(first) : String(numeral)
        rest = rest.dropFirst(taken)
      }
    }
    return (result, isSpelled)
  }
}
