import AHP

/// Things that experts compare in pairs.
public struct QuestionnaireSet: Sendable {
  /// One thing that is compared.
  public struct Item: Hashable, Sendable {
    /// Its name in files.
    public let name: String
    /// Its name for people.
    public let title: BilingualText

    /// A thing by name and title.
    public init(name: String, title: BilingualText) { (self.name, self.title) = (name, title) }
  }

  /// The name in the column `set` of answers.
  public let name: String
  /// What it is about, for people.
  public let title: BilingualText
  /// What is compared; names differ.
  public let items: [Item]
  /// How weights come from the judgements, and what is asked of the respondents.
  public let options: PanelOptions
  /// Whether the policy takes the weights from judgements; false where it has them as numbers.
  public let isNeeded: Bool

  /// A set of things whose names differ.
  public init(
    name: String, title: BilingualText, items: [Item], options: PanelOptions, isNeeded: Bool = true
  ) {
    (self.name, self.title, self.items) = (name, title, items)
    (self.options, self.isNeeded) = (options, isNeeded)
  }

  /// Every pair in reading order.
  public var pairs: [(row: Item, column: Item)] {
    items.indices.flatMap { row in items[(row + 1)...].map { (items[row], $0) } }
  }

  /// The name that a label stands for, which is that name, or else a title; nil when it is neither.
  public func name(for label: String) -> String? {
    if let item = items.first(where: { $0.name == label }) { return item.name }
    return items.first { $0.title.english == label || $0.title.chinese == label }?.name
  }
}
