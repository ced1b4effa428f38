/// The language of headers and names.
enum Language: String, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// What everything that is made from the data must say of them.
  var notice: String {
    switch self {
    case .english: "synthetic data: no person, branch or amount is real"
    case .chinese: "合成数据：人员、机构和金额均非真实"
    }
  }
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
