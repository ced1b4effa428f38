/// A title for people, in English, Chinese or both.
public struct Title: Hashable, Sendable {
  /// The languages of pages for people.
  public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Chinese.
    case chinese = "zh"
  }

  /// The English text, when given.
  public let english: String?
  /// The Chinese text, when given.
  public let chinese: String?

  /// A title in one or both languages.
  public init(english: String? = nil, chinese: String? = nil) {
    self.english = english
    self.chinese = chinese
  }

  /// The text in a language, else in the other.
  public func text(in language: Language) -> String? {
    language == .english ? english ?? chinese : chinese ?? english
  }
}
