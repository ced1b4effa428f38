/// Something that is weighed: a dimension or a measure, by the names a judgement may call it.
struct WeightedItem {
  let name: String
  let titles: [String]

  /// The name of the item that a label stands for, by name or else by title.
  static func name(for label: String, among items: [WeightedItem]) -> String? {
    items.first { $0.name == label }?.name ?? items.first { $0.titles.contains(label) }?.name
  }
}
