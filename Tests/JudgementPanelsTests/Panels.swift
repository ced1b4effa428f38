import AHP
import DelimitedText
import SeededRandom

/// Panels that tests make up.
enum Panels {
  static func file(_ text: String) throws -> JudgementFile {
    try JudgementFile(DecodedText(Array(text.utf8), file: "panel.csv"))
  }

  /// A set of respondents whose judgements stand in reading order, such as `Li: 2 3 1/2`.
  static func set(_ labels: [String], _ answers: [String], weights: [Double] = []) throws
    -> JudgementSet
  {
    var lines = ["respondent,weight,row,column,judgement"]
    for (number, answer) in answers.enumerated() {
      let parts = answer.split(separator: ":")
      let weight = number < weights.count ? weights[number] : 1
      for (pair, judgement) in zip(pairs(labels), parts[1].split(separator: " ")) {
        lines.append("\(parts[0]),\(weight),\(pair.0),\(pair.1),\(judgement)")
      }
    }
    return try file(lines.joined(separator: "\n")).sets[0]
  }

  static func pairs(_ labels: [String]) -> [(String, String)] {
    labels.indices.flatMap { row in labels[(row + 1)...].map { (labels[row], $0) } }
  }

  /// Random judgements of the scale near those of common weights.
  static func random(_ size: Int, people: Int, _ generator: inout SplitMix64) throws
    -> JudgementSet
  {
    let labels = (0..<size).map { "label-\($0)" }
    let answers = (0..<people).map { person in
      let judgements = pairs(labels).map { _ in
        Bool.random(using: &generator)
          ? "\(Int.random(in: 1...5, using: &generator))"
          : "1/\(Int.random(in: 2...5, using: &generator))"
      }
      return "person-\(person):\(judgements.joined(separator: " "))"
    }
    return try set(labels, answers)
  }
}
