/// A date or period in plain characters, taken apart into numbers, words and what stands between.
struct TimeTokens {
  /// What it looks like: 0 for each number, a for each English word, all else as it is.
  private(set) var shape = ""
  private(set) var numbers: [Substring] = []
  private(set) var words: [Substring] = []

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        numbers.append(rest.prefix { $0.isASCII && $0.isNumber })
        rest = rest.dropFirst(numbers.last?.count ?? 1)
        shape.append("0")
      } else if first.isASCII, first.isLetter {
        words.append(rest.prefix { $0.isASCII && $0.isLetter })
        rest = rest.dropFirst(words.last?.count ?? 1)
        shape.append("a")
      } else {
        shape.append(first)
        rest = rest.dropFirst()
      }
    }
  }

  /// The shape with one sign for all that stand between the parts of a day.
  var evenShape: String {
    String(shape.map { ".-/年月".contains($0) ? "-" : $0 })
  }

  /// The shape without what may stand between names and numbers.
  var bareShape: String { shape.filter { !" -/.,'".contains($0) } }

  /// How many digits the numbers have.
  var digitCounts: [Int] { numbers.map(\.count) }

  /// The number at a place.
  func value(_ index: Int) -> Int { Int(numbers[index]) ?? 0 }
}
