import Databases

extension DatabaseCell {
  /// The text; nil for anything else.
  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The number, of a whole one that a double holds exactly too; nil for anything else.
  var number: Double? {
    switch self {
    case .real(let number): number
    case .integer(let integer): Double(exactly: integer)
    case .null, .text, .truth: nil
    }
  }

  /// Whether it is true, as the engine writes truths; SQLite has numbers for them.
  var isTrue: Bool {
    switch self {
    case .truth(let truth): truth
    case .integer(let integer): integer != 0
    case .null, .real, .text: false
    }
  }
}
