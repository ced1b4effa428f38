import JudgementReading
import LocatedYAML

/// How a mapping of weights says what weighs how much.
enum WeighingForm {
  /// Other weights for each text of a column, which is named here.
  case byColumn(YAMLNode)
  /// Judgements in the policy itself.
  case judgements
  /// Judgements of a file.
  case judgementFile
  /// A number for each.
  case numbers
}

extension YAMLNode {
  /// How the weights are given that this mapping holds.
  var weighingForm: WeighingForm {
    if let by = weighingKey("by") { return .byColumn(by) }
    if weighingKey("judgements") != nil { return .judgements }
    return weighingKey("file") == nil ? .numbers : .judgementFile
  }

  /// What stands after a key of a weighing; nil where a number does, as measures may be named `file` or `by`.
  private func weighingKey(_ key: String) -> YAMLNode? {
    self[key].flatMap { $0.text.flatMap(NumberLiteral.parseSigned) == nil ? $0 : nil }
  }
}

extension [YAMLNode.Entry] {
  /// Dimensions or measures as things that are weighed, by name and titles.
  var weightedItems: [WeightedItem] {
    map { entry in
      let title = entry.value["title"]
      let titles = [title?.text, title?["en"]?.text, title?["zh"]?.text].compactMap(\.self)
      return WeightedItem(name: entry.key, titles: titles)
    }
  }

  /// The dimensions that are weighed, which no bonus is. By the key alone: a dimension at fault is still
  /// a bonus or not.
  var weightedDimensions: [WeightedItem] {
    filter { entry in
      let bonus = entry.value["bonus"]?.text
      return bonus == nil || bonus?.lowercased() == "false"
    }.weightedItems
  }
}
