/// The language of headers and names.
enum Language: String, CaseIterable {
  case english = "en"
  case chinese = "zh"
}

/// A name in both languages.
struct Name {
  let english: String
  let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
