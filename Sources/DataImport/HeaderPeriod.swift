import Calendars

/// The period in a header such as 存款202401, `1月` or 完成额(2026年三季度).
struct HeaderPeriod: Equatable {
  /// The header without the period and without what stood round it.
  let stem: String
  /// The period as it is written into tables; the year is `YYYY` where the header has none.
  let label: String

  private static let unknownYear = "YYYY"
  private static let longest = 40

  /// Finds the longest period in a header; nil where there is none.
  static func find(_ header: String) -> HeaderPeriod? {
    let text = Array(HeaderName(header).withoutUnit)
    guard text.count <= longest else { return nil }
    for length in stride(from: text.count, through: 2, by: -1) {
      for start in 0...(text.count - length) {
        let end = start + length
        // Half of a number is no period.
        if start > 0, text[start - 1].isNumber, text[start].isNumber { continue }
        if end < text.count, text[end].isNumber, text[end - 1].isNumber { continue }
        guard let label = label(String(text[start..<end])) else { continue }
        let rest = String(text[..<start]) + String(text[end...])
        return HeaderPeriod(stem: trimmed(rest), label: label)
      }
    }
    return nil
  }

  /// A period of a year is none here: 2026 may be anything.
  private static func label(_ text: String) -> String? {
    if let period = CivilPeriod(text) ?? WrittenPeriod.read(text) {
      return period.length < 12 ? period.description : nil
    }
    guard text.contains(where: { "月季半QqHh".contains($0) }),
      let period = WrittenPeriod.read(text, in: 2000), period.length < 12
    else { return nil }
    return unknownYear + period.description.dropFirst(4)
  }

  private static func trimmed(_ text: String) -> String {
    String(
      text.drop { !$0.isLetter && !$0.isNumber }.reversed()
        .drop { !$0.isLetter && !$0.isNumber }.reversed())
  }
}
