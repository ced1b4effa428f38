import Diagnostics

/// One set of a panel file while it is being read.
struct PanelSet {
  /// What one respondent has said so far.
  private struct Answers {
    let name: String
    let weight: Double
    let location: SourceLocation?
    var judgements: [ComparedPair: Judgement] = [:]
    var places: [ComparedPair: SourceLocation?] = [:]
  }

  let name: String?
  private let location: SourceLocation
  private var labels: [String] = []
  private var positions: [String: Int] = [:]
  private var answers: [Answers] = []
  private var answerPositions: [String: Int] = [:]

  /// A set that begins at a line.
  init(name: String?, location: SourceLocation) {
    self.name = name
    self.location = location
  }

  /// Puts in one line, and says what is wrong with it.
  mutating func add(
    _ comparison: JudgementComparison, by respondent: String, weight: Double
  ) -> [Diagnostic] {
    let who = " by \(respondent)\(context)"
    let (row, column) = (position(of: comparison.row), position(of: comparison.column))
    let answer = answerPosition(of: respondent, weight, comparison.location)
    guard row != column else { return [comparison.comparedWithItself(by: who)] }
    let pair = ComparedPair(row, column)
    if let earlier = answers[answer].places[pair] {
      return [comparison.judgedTwice(before: earlier, by: who)]
    }
    do throws(JudgementFault) {
      let judgement = try Judgement(comparison.text)
      answers[answer].judgements[pair] = row < column ? judgement : judgement.reciprocal
      answers[answer].places[pair] = .some(comparison.location)
      return []
    } catch {
      if error == .notCompared { return [] }
      answers[answer].places[pair] = .some(comparison.location)
      return [comparison.diagnostic(error, by: who)]
    }
  }

  /// What is wrong with the pairs that no respondent has compared.
  func diagnostics(_ gaps: JudgementGaps) -> [Diagnostic] {
    Completeness(labels: labels, compared: Set(answers.flatMap(\.places.keys))).diagnostics(
      at: location, context: context.isEmpty ? " by anyone" : "\(context) by anyone", gaps: gaps)
  }

  /// The set as read.
  var judgementSet: JudgementSet {
    JudgementSet(
      name: name, labels: labels,
      respondents: answers.map {
        Respondent(
          name: $0.name, weight: $0.weight, location: $0.location, judgements: $0.judgements)
      })
  }

  private var context: String { name.map { " in set \"\($0)\"" } ?? "" }

  private mutating func position(of label: String) -> Int {
    if let position = positions[label] { return position }
    positions[label] = labels.count
    labels.append(label)
    return labels.count - 1
  }

  private mutating func answerPosition(
    of respondent: String, _ weight: Double, _ location: SourceLocation?
  ) -> Int {
    if let position = answerPositions[respondent] { return position }
    answerPositions[respondent] = answers.count
    answers.append(Answers(name: respondent, weight: weight, location: location))
    return answers.count - 1
  }
}
