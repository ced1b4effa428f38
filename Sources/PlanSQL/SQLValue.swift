/// How a register of a row stands in SQL.
struct SQLValue {
  /// How closely an expression holds together.
  enum Binding: Int, Comparable {
    case or, and, not, comparison, sum, product, sign, atom

    static func < (one: Binding, other: Binding) -> Bool { one.rawValue < other.rawValue }
  }

  /// What is known of it.
  var facts: RegisterFacts
  /// Its value; NULL where it is missing or at fault.
  var text: String
  /// How closely the text holds together.
  var binding = Binding.atom
  /// The code of its fault, NULL where there is none; nil when it is never at fault.
  var fault: String?
  /// After how many layers of a program the columns that it reads are there.
  var depth = 0
  /// Whether the text is a column or a literal, which may be written any number of times.
  var isShort = false
  /// The branches, where the text is a `CASE` of conditions.
  var branches: [String] = []

  /// The text as an operand of what binds as `binding`, or closer where it must.
  func operand(of binding: Binding, isRight: Bool = false) -> String {
    self.binding < binding || isRight && self.binding == binding ? "(\(text))" : text
  }
}

extension SQLValue {
  /// Makes it a `CASE` of branches.
  mutating func set(branches: [String]) {
    self.branches = branches
    binding = .atom
    let isLong = branches.count > 2 || branches.contains { $0.contains("\n") || $0.count > 50 }
    text =
      isLong
      ? "CASE\n  \(branches.map { $0.indented() }.joined(separator: "\n  "))\nEND"
      : "CASE \(branches.joined(separator: " ")) END"
  }
}

extension String {
  /// The text with every line after the first moved to the right.
  func indented(_ spaces: Int = 2) -> String {
    replacing("\n", with: "\n" + String(repeating: " ", count: spaces))
  }
}
