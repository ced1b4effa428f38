import PaperReproduction

/// The text of `reproduce PAPER.yaml`: for each place a table of its numbers and of what explains them.
enum PaperText {
  static func text(_ explained: ExplainedPaper) -> String {
    let paper = explained.paper
    let head = [paper.title.map { "\(paper.name): \($0)" } ?? paper.name, paper.source]
      .compactMap(\.self)
    return ([head.joined(separator: "\n")] + explained.prints.map(section) + [total(explained)])
      .joined(separator: "\n\n")
  }

  private static func section(_ print: ExplainedPrint) -> String {
    var table = TextTable([
      ("", .left), ("printed", .right), ("recomputed", .right), ("explained by", .left),
    ])
    for number in print.numbers {
      let label = number.number.label.map { " \($0)" } ?? ""
      table.add([
        number.number.quantity.rawValue + label, number.number.print.text,
        number.recomputed?.value.rounded(to: number.number.print.decimals + 4) ?? "-",
        explanation(number),
      ])
    }
    let place = print.place.map { ", \($0)" } ?? ""
    let reading = print.reading.map { "\n  \(sentence($0))" } ?? ""
    return "\(print.subject)\(place)\n\(table.text())\(reading)"
  }

  private static func explanation(_ number: ExplainedNumber) -> String {
    let text =
      switch number.verdict {
      case .explained: ways(number)
      case .apart: "only apart from the numbers beside it: \(ways(number))"
      case .unexplained: nothing(number)
      }
    guard let meant = number.number.meant, let isExplained = number.explainsMeant else {
      return text
    }
    return text + "; \(meant.text) is meant, which \(isExplained ? "is" : "is not") explained"
  }

  private static func ways(_ number: ExplainedNumber) -> String {
    guard let first = number.ways.first else { return "" }
    let words = [first.candidate.words, rounding(first.rounding)].filter { !$0.isEmpty }
    let others = number.ways.count - 1
    return words.joined(separator: ", ")
      + (others > 0 ? " (and \(others) other \(others == 1 ? "way" : "ways"))" : "")
  }

  private static func nothing(_ number: ExplainedNumber) -> String {
    let (explained, rest) = number.digits
    guard let plainest = number.recomputed else { return "nothing" }
    return explained.isEmpty
      ? "nothing; recomputed by \(plainest.words)"
      : "nothing: \(explained) agrees, \(rest) does not; recomputed by \(plainest.words)"
  }

  private static func sentence(_ reading: ExplainedPrint.Reading) -> String {
    let words = [reading.candidate.words, rounding(reading.rounding)].filter { !$0.isEmpty }
    return "\(words.joined(separator: ", ")): explains \(reading.explained) of \(reading.count)"
  }

  /// The rules of rounding in words: `rounded` where ties play no part.
  private static func rounding(_ rules: [PrintRounding]) -> String {
    switch (rules.contains(.halfUp), rules.contains(.halfEven), rules.contains(.truncated)) {
    case (true, true, _): "rounded"
    case (true, false, _): "rounded half up"
    case (false, true, _): "rounded half to even"
    case (false, false, true): "cut off"
    case (false, false, false): "some rounded and some cut off"
    }
  }

  private static func total(_ explained: ExplainedPaper) -> String {
    let numbers = explained.prints.flatMap(\.numbers)
    let known = numbers.count { $0.verdict == .explained }
    return "\(known) of \(numbers.count) printed numbers are explained"
  }
}
