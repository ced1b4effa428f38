/// A text for people in English and in Chinese.
public struct BilingualText: Hashable, Sendable {
  /// The English text.
  public let english: String
  /// The Chinese text.
  public let chinese: String

  /// A text in both languages.
  public init(english: String, chinese: String) {
    (self.english, self.chinese) = (english, chinese)
  }
}
