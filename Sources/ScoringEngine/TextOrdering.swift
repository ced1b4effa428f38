/// Who knows the texts of codes well enough to bring them into order.
protocol TextOrdering: AnyObject, Sendable {
  /// Whether the first code's text comes before the second's by their UTF-8 bytes.
  func isOrderedBefore(_ first: Int32, _ second: Int32) -> Bool
}

extension TextCodes: TextOrdering {}
