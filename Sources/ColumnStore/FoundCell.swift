import DelimitedText

/// A cell with where it stands in its file's text.
public struct FoundCell: Sendable {
  /// What it says: quotes resolved, spaces round it taken off.
  public let text: String
  /// Where it stands, the quotes round it included.
  let range: Range<Int>
  /// What stands between the fields of its file.
  let separator: UInt8

  /// Replaces the cell by a text that has no line's end, in quotes where it needs them.
  public func edit(to text: String) -> TextEdit {
    let bytes = Array(text.utf8)
    let quote = UInt8(ascii: "\"")
    guard bytes.contains(where: { $0 == quote || $0 == separator }) else {
      return TextEdit(range, bytes)
    }
    return TextEdit(
      range, [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote])
  }

  /// Whether one of two cells of the same file comes first in it.
  public static func isOrderedBefore(_ one: FoundCell, _ other: FoundCell) -> Bool {
    one.range.lowerBound < other.range.lowerBound
  }
}
