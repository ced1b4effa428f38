import Calendars
import Diagnostics
import LocatedYAML

extension FormulaChecker {
  /// The values, texts written out among them read as dates or periods when another value is one;
  /// nil when such a text is none.
  mutating func sameTimes(_ values: [Typed]) -> [Typed]? {
    guard let type = values.first(where: { $0.type == .date || $0.type == .period })?.type else {
      return values
    }
    let converted = values.map { value in
      guard case .text(let text) = value.expression else { return value as Typed? }
      return time(text, type, value.range)
    }
    let present = converted.compactMap { $0 }
    return present.count == values.count ? present : nil
  }

  private mutating func time(_ text: String, _ type: ValueType, _ range: Range<Int>) -> Typed? {
    let number = type == .date ? CivilDate(text)?.number : CivilPeriod(text)?.number
    guard let number else {
      report(
        range, "formula.time", "\"\(text)\" is not a \(type.rawValue)",
        suggestion: type == .date
          ? "write a day as \"2026-01-31\""
          : "write a month as \"2026-10\", a quarter as \"2026Q3\", a half-year as \"2026H1\", "
            + "a year as \"2026\"")
      return nil
    }
    return Typed(expression: .number(Double(number)), type: type, range: range)
  }
}
