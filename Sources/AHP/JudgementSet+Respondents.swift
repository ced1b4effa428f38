import Diagnostics

// Looking at the respondents of a set one by one, and leaving some out.
extension JudgementSet {
  /// The number of pairs: n (n - 1) / 2.
  public var pairCount: Int { labels.count * (labels.count - 1) / 2 }

  /// What a respondent of this set said of two labels, which count from 0; nil where they were not
  /// compared. A label against itself is 1.
  public func judgement(of respondent: Respondent, _ row: Int, _ column: Int) -> Judgement? {
    if row == column { return .equal }
    let given = respondent.judgements[ComparedPair(row, column)]
    return row < column ? given : given?.reciprocal
  }

  /// The same set with a respondent's weight replaced by that of the name, where there is one.
  public func weighted(byName weights: [String: Double]) -> JudgementSet {
    JudgementSet(
      name: name, labels: labels,
      respondents: respondents.map { respondent in
        Respondent(
          name: respondent.name,
          weight: respondent.name.flatMap { weights[$0] } ?? respondent.weight,
          location: respondent.location, judgements: respondent.judgements)
      })
  }

  /// The same set with other weights of the respondents, in their order; a weight of 0 leaves one out.
  ///
  /// - Throws: an error when nobody is left, or when those who are left have not compared every pair, or
  ///   where the whole has gaps, not enough pairs to connect all labels.
  public func weighted(_ weights: [Double]) throws(DiagnosedFailure) -> JudgementSet {
    precondition(weights.count == respondents.count, "every respondent needs a weight")
    let left = zip(respondents, weights).filter { $0.1 > 0 }.map { respondent, weight in
      Respondent(
        name: respondent.name, weight: weight, location: respondent.location,
        judgements: respondent.judgements)
    }
    guard !left.isEmpty else {
      throw DiagnosedFailure([
        Diagnostic(
          code: "judgement.nobody-left", at: respondents.first?.location,
          "no respondent is left\(context)",
          suggestion: "have at least one of them judge again")
      ])
    }
    let compared = Set(left.flatMap(\.judgements.keys))
    let gaps = Completeness(labels: labels, compared: compared).diagnostics(
      at: left[0].location, context: "\(context) by those who are left",
      gaps: isComplete ? .refused : .allowed)
    guard gaps.isEmpty else { throw DiagnosedFailure(gaps) }
    return JudgementSet(name: name, labels: labels, respondents: left)
  }

  /// One set from the answers of several files.
  ///
  /// - Parameters:
  ///   - parts: sets about the same things, no respondent in two of them; each with the name that a
  ///     label of its own has in the whole, for every label of it.
  ///   - labels: the names in the whole, in its order.
  /// - Throws: an error when there is a pair that nobody has compared.
  public static func merging(
    _ parts: [(set: JudgementSet, names: [String: String])], name: String?, labels: [String]
  ) throws(DiagnosedFailure) -> JudgementSet {
    let positions = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    let respondents = parts.flatMap { part in
      let places = part.set.labels.map { part.names[$0].flatMap { positions[$0] } }
      return part.set.respondents.map { $0.moved(to: places) }
    }
    let merged = JudgementSet(name: name, labels: labels, respondents: respondents)
    let compared = Set(respondents.flatMap(\.judgements.keys))
    let gaps = Completeness(labels: labels, compared: compared).diagnostics(
      at: nil, context: "\(merged.context) by anyone")
    guard gaps.isEmpty else { throw DiagnosedFailure(gaps) }
    return merged
  }

  /// The set without respondents who have judged nothing; nil when none is left.
  var answered: JudgementSet? {
    let answering = respondents.filter { !$0.judgements.isEmpty }
    return answering.isEmpty
      ? nil : JudgementSet(name: name, labels: labels, respondents: answering)
  }

  private var context: String { name.map { " in set \"\($0)\"" } ?? "" }
}

extension Respondent {
  /// How many pairs the respondent has compared.
  public var comparedCount: Int { judgements.count }

  /// The same judgements in a set where the labels have other places; those of labels without a place
  /// are left out.
  fileprivate func moved(to places: [Int?]) -> Respondent {
    var moved: [ComparedPair: Judgement] = [:]
    for (pair, judgement) in judgements {
      guard let row = places[pair.first], let column = places[pair.second], row != column else {
        continue
      }
      moved[ComparedPair(row, column)] = row < column ? judgement : judgement.reciprocal
    }
    return Respondent(name: name, weight: weight, location: location, judgements: moved)
  }
}
