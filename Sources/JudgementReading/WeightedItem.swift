/// Something that is weighed, such as a dimension or a criterion, by the names that a judgement may call it.
public struct WeightedItem: Sendable {
  /// The name in its file.
  public let name: String
  /// What else it may be called.
  public let titles: [String]

  /// An item by its name and what else it may be called.
  public init(name: String, titles: [String]) {
    (self.name, self.titles) = (name, titles)
  }

  /// The name of the item that a label stands for, by name or else by title.
  public static func name(for label: String, among items: [WeightedItem]) -> String? {
    items.first { $0.name == label }?.name ?? items.first { $0.titles.contains(label) }?.name
  }
}
