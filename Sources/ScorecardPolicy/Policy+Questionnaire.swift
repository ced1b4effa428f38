import AHP
import JudgementPanels

extension Policy {
  /// What experts would be asked for the policy's weights: a set for every weighing by judgements.
  ///
  /// A set is called as the policy calls it in its judgement file, else `dimensions` or as its
  /// dimension, with the text behind a slash where weights differ by texts. Two weighings by one set of
  /// one file are asked once.
  ///
  /// - Parameter includesNumbers: whether weighings by plain numbers are asked too.
  public func questionnaire(includesNumbers: Bool = false) -> Questionnaire {
    let weighted = scorecard.dimensions.filter { !$0.isBonus }
    var places = [
      Place(
        name: "dimensions", title: BilingualText(english: "Dimensions", chinese: "维度"),
        items: weighted.map { Self.item($0.name, $0.title) }, weights: scorecard.weights)
    ]
    places += scorecard.dimensions.map { dimension in
      Place(
        name: dimension.name, title: Self.text(dimension.title, dimension.name),
        items: dimension.measures.map { Self.item($0.name, $0.title) }, weights: dimension.weights)
    }
    var sets: [QuestionnaireSet] = []
    for place in places.flatMap(\.leaves) where place.isAsked(includesNumbers) {
      let set = place.set(calledOtherThan: sets.map(\.name))
      // The same judgements, used twice.
      let isShared = place.named.map { named in sets.contains { $0.name == named } } ?? false
      if !isShared { sets.append(set) }
    }
    return Questionnaire(
      policy: name, version: version, title: Self.text(title, name), sets: sets)
  }

  private static func item(_ name: String, _ title: Title?) -> QuestionnaireSet.Item {
    QuestionnaireSet.Item(name: name, title: text(title, name))
  }

  private static func text(_ title: Title?, _ name: String) -> BilingualText {
    BilingualText(
      english: title?.text(in: .english) ?? name, chinese: title?.text(in: .chinese) ?? name)
  }
}

/// Where things are weighed against each other.
private struct Place {
  var name: String
  var title: BilingualText
  let items: [QuestionnaireSet.Item]
  var weights: WeightsDeclaration

  /// One for each text by which weights differ.
  var leaves: [Place] {
    guard case .by(_, let choices) = weights else { return [self] }
    return choices.flatMap { choice in
      var leaf = self
      leaf.name += "/\(choice.value)"
      leaf.title = BilingualText(
        english: "\(title.english): \(choice.value)", chinese: "\(title.chinese)：\(choice.value)")
      leaf.weights = choice.weights
      return leaf.leaves
    }
  }

  private var judgements: JudgementsDeclaration? {
    if case .judgements(let declared) = weights { declared } else { nil }
  }

  /// What the policy calls the set.
  var named: String? { judgements?.set }

  func isAsked(_ includesNumbers: Bool) -> Bool {
    items.count > 1 && (judgements != nil || includesNumbers)
  }

  func set(calledOtherThan names: [String]) -> QuestionnaireSet {
    var called = named ?? name
    // A dimension may be called `dimensions`.
    while named == nil, names.contains(called) { called += "/measures" }
    return QuestionnaireSet(
      name: called, title: title, items: items, options: judgements?.panelOptions ?? PanelOptions(),
      isNeeded: judgements != nil)
  }
}
