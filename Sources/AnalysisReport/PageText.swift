import ScorecardPolicy

/// A text for people in both languages; where one is missing, pages show the other.
public struct PageText: Encodable, Sendable, Equatable {
  /// The English text.
  public let en: String?
  /// The Chinese text.
  public let zh: String?

  /// A text in both languages.
  public init(_ en: String, _ zh: String) { (self.en, self.zh) = (en, zh) }

  /// A title, or else the name of what has none.
  public init(_ title: Title?, name: String) {
    let hasTitle = title?.english != nil || title?.chinese != nil
    (en, zh) = hasTitle ? (title?.english, title?.chinese) : (name, name)
  }

  /// The text in a language, else in the other.
  private func text(_ language: Title.Language) -> String {
    (language == .english ? en ?? zh : zh ?? en) ?? ""
  }

  /// Texts put together by a pattern in each language.
  package static func joined(
    _ parts: [PageText], _ english: ([String]) -> String, _ chinese: ([String]) -> String
  ) -> PageText {
    PageText(
      english(parts.map { $0.text(.english) }), chinese(parts.map { $0.text(.chinese) }))
  }
}
