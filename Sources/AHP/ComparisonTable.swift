import Diagnostics

/// The judgements given so far for the pairs of some labels.
struct ComparisonTable {
  /// A pair's judgement, upper label against lower; nil when what was given is no judgement.
  struct Entry {
    let judgement: Judgement?
    let location: SourceLocation?
  }

  let labels: [String]
  private(set) var entries: [ComparedPair: Entry] = [:]
  private let positions: [String: Int]

  init(labels: [String]) {
    self.labels = labels
    positions = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
  }

  /// The matrix of all pairs; nil while one is missing.
  var matrix: PairwiseComparisonMatrix? {
    let upper = ComparedPair.all(size: labels.count).compactMap { entries[$0]?.judgement }
    guard upper.count == labels.count * (labels.count - 1) / 2, !labels.isEmpty else { return nil }
    return PairwiseComparisonMatrix(labels: labels, upperTriangle: upper)
  }

  /// The judgements given, which may leave pairs open; nil while they do not connect all labels.
  var incompleteMatrix: IncompleteMatrix? {
    let judgements = entries.compactMapValues(\.judgement)
    guard ComparisonGraph(size: labels.count, compared: Set(judgements.keys)).isConnected else {
      return nil
    }
    return IncompleteMatrix(labels: labels, judgements: judgements)
  }

  /// Puts in what is known about a pair.
  mutating func set(_ pair: ComparedPair, _ judgement: Judgement?, at location: SourceLocation?) {
    entries[pair] = Entry(judgement: judgement, location: location)
  }

  /// Puts in one comparison, and says what is wrong with it.
  mutating func add(_ comparison: JudgementComparison) -> [Diagnostic] {
    let unknown = [comparison.row, comparison.column].filter { positions[$0] == nil }
    guard let row = positions[comparison.row], let column = positions[comparison.column] else {
      return unknown.map { unknownLabel($0, at: comparison.location) }
    }
    guard row != column else { return [comparison.comparedWithItself()] }
    let pair = ComparedPair(row, column)
    if let earlier = entries[pair] { return [comparison.judgedTwice(before: earlier.location)] }
    do throws(JudgementFault) {
      let judgement = try Judgement(comparison.text)
      set(pair, row < column ? judgement : judgement.reciprocal, at: comparison.location)
      return []
    } catch {
      if error == .notCompared { return [] }
      set(pair, nil, at: comparison.location)
      return [comparison.diagnostic(error)]
    }
  }

  /// What is wrong with the pairs that nobody has compared: an error or none.
  func gaps(at location: SourceLocation?, _ gaps: JudgementGaps = .refused) -> [Diagnostic] {
    Completeness(labels: labels, compared: Set(entries.keys)).diagnostics(at: location, gaps: gaps)
  }

  private func unknownLabel(_ label: String, at location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      code: "judgement.unknown-label", at: location, "there is no label \"\(label)\"",
      notes: ["the labels are \(labels.joined(separator: ", "))"],
      suggestion: Spelling.didYouMean(label, among: labels))
  }
}

extension JudgementComparison {
  /// A comparison whose text is no judgement. `who` names the respondent.
  func diagnostic(_ fault: JudgementFault, by who: String = "") -> Diagnostic {
    Diagnostic(
      code: fault.code, at: location,
      "\"\(text)\" for \(row) against \(column)\(who) is \(fault.explanation)",
      suggestion: fault.suggestion)
  }

  /// A comparison of a label with itself.
  func comparedWithItself(by who: String = "") -> Diagnostic {
    Diagnostic(
      code: "judgement.itself", at: location, "\(row) is compared with itself\(who)",
      suggestion: "take the comparison out, or correct one of the labels")
  }

  /// A pair that has been judged before.
  func judgedTwice(before earlier: SourceLocation?, by who: String = "") -> Diagnostic {
    Diagnostic(
      code: "judgement.twice", at: location, "\(row) against \(column) is judged twice\(who)",
      notes: earlier.map { ["the first time at \($0)"] } ?? [],
      suggestion: "keep one of the two; a judgement also stands for its reciprocal")
  }
}
